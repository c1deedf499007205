/** How sure it is that a role's name and code belong together; `none`: no source gives a code. */
export type CodeSureness = 'high' | 'medium' | 'none';

/** How sure a translated name is: `high` rests on two independent sources, `medium` on one. What is only probable is not here. */
export type NameSureness = 'high' | 'medium';

/** The roles that public sources name, as lines of text. */
export interface RoleTable {
  /** Alma's own, by how sure their code is: a role a line, its code before its name. */
  readonly alma: Readonly<Record<CodeSureness, string>>;
  /** Names alone that are inferred from Alma's internal constants: their spelling on screen was not seen. */
  readonly inferred: string;
  /** Roles of Esploro, which stand on the same user records, often under the name of one of Alma's. */
  readonly esploro: string;
  /**
   * Words for whoever borrows in languages for which no source gives the name of Patron: they only raise a question. Those of English letters
   * alone: any other letter raises it by itself.
   */
  readonly perhapsPatron: string;
  /** By language and sureness: the English name, ` = `, the translated one. */
  readonly translated: Readonly<Record<string, Readonly<Record<NameSureness, string>>>>;
}

/**
 * Codes come from public exports of Alma's user API (University of Michigan 2021, SLSP), scripts that set roles (SLSP user
 * loader, HSG-Library, UIUC Library) and Ex Libris's own cloud app (spineomatic, 2021): two independent sources make a code
 * `high`, one `medium` (299: two apps of SLSP, 2025). Names without a code come from the lists of WRLC, CARLI, Ex Libris, Duke,
 * UC and CSUN, and from Ex Libris's help on trials and purchase requests. Inferred names: the help page "Privileges for Roles in Alma".
 * Esploro's: an answer of the user API in a sandbox (esploro-csv-researcher-loader, September 2025).
 * Translated names: the lists of roles that open the translated editions of Ex Libris's help pages, paired with the English ones;
 * `high` where a library's own text has the same (HSG-Library, Universitat de València). Czech: Charles University's wiki, 2021.
 * Words for whoever borrows come from dictionaries and from libraries' own pages: none of them was seen as a role's name.
 */
const table: RoleTable = {
  alma: {
    high: `46 Selector
200 Patron
0 Deposit Manager
1 Deposit Operator
2 Deposit Operator Extended
12 Digital Inventory Operator
21 User Manager
26 General System Administrator
29 Repository Manager
32 Circulation Desk Operator
33 Vendor Manager
34 Ledger Manager
36 Fund Manager
37 Receiving Operator
41 License Manager
44 Invoice Manager
47 Purchasing Operator Extended
48 Invoice Operator Extended
50 User Administrator
51 Requests Operator
52 Fulfillment Administrator
53 Repository Administrator
54 Purchasing Operator
55 Purchasing Manager
56 Acquisitions Administrator
57 Letter Administrator
58 License Viewer
204 Cataloger
205 Catalog Administrator
206 Catalog Manager
208 CDI Inventory Operator
209 Electronic Inventory Operator
210 Physical Inventory Operator
214 Work Order Operator
215 Fulfillment Services Manager
217 Trial Manager
221 Circulation Desk Manager
224 Electronic Inventory Operator Extended
225 Physical Inventory Operator Extended
226 Digital Inventory Operator Extended
228 Collection Inventory Operator
229 Collection Inventory Operator Extended
231 Course Reserves Manager
239 Resource Sharing Partners Manager
243 Selector Extended
244 Usage Data Operator
247 Purchase Request Manager
248 Purchase Request Operator Extended
250 Vendor Account Manager
300 Discovery - Admin
301 Known issues operator
428 Printout Queue Manager
2200 Analytics Administrator`,
    medium: `38 Fulfillment Services Operator
43 Invoice Operator
45 Fiscal Period Manager
220 Designs Analytics
222 SDK Write
227 Cataloger Extended
238 API Infra Read
245 Fund-Ledger Viewer
251 Course Reserves Viewer
299 Circulation Desk Operator - Limited`,
    none: `API Read
Esploro Researcher
Instructor
Leganto Course Operator
Leganto Interface Administrator
Rialto Administrator
Rialto Manager
Selector Limited
Super Selector
Trial Participant
Course Reserves Operator
Designs Analytics - Resources
Physical Item Operator Limited
Printout Queue Operator
Receiving Operator Limited
Rialto Purchaser
Trial Operator
Purchase Request Operator
Purchase Request Manager Extended`,
  },
  inferred: `Cataloging assistance by AI
Chat with support
Content Manager
Content Administrator
Content Operator
Discovery Operator Limited
Electronic Inventory Operator Limited`,
  esploro: `2220 Esploro Designs Analytics
2221 User Manager
2226 General System Administrator
4204 Normalization Manager
4400 Research Assets Manager
4401 Research Assets Curator
4402 Research Observer
4403 Researcher Manager
4404 Organizations Manager
4405 Research Depositor
4406 Researcher Curator
4410 Researcher
4415 Media Mentions Manager
4416 Projects Manager
4417 Activities Manager
4418 Research Resources Manager
4420 Configuration Manager
4499 Repository Manager
5550 User Administrator
22200 Esploro Analytics Administrator`,
  perhapsPatron: `Benutzer, Benutzerin, Benutzende, Bibliotheksbenutzer, Nutzer, Nutzerin, Nutzende, Leser, Leserin, Lesende, Entleiher, Kunde
Usager, Lectrice, Utilisateur, Emprunteur, Lector, Lectora, Usuaria, Usuari, Leitor, Leitora, Utilizador, Utente, Lettore
Lener, Lezer, Gebruiker, Klant, Bruker, Bruger, Asiakas, Lainaaja, Notandi, Czytelnik, Cititor, Utilizator, Korisnik, Bralec
Uporabnik, Skaitytojas, Lugeja, Kasutaja, Okuyucu, Pembaca, Pengguna, Pemustaka`,
  translated: {
    de: {
      high: `User Manager = Benutzer-Manager
User Administrator = Benutzer-Administrator
General System Administrator = Allgemeiner Systemadministrator`,
      medium: `Selector = Auswähler
Circulation Desk Manager = Leihstellen-Manager
Circulation Desk Operator = Leihstellen-Mitarbeiter
Circulation Desk Operator - Limited = Leihstellen-Mitarbeiter - eingeschränkt
Fulfillment Services Operator = Benutzungsservice-Mitarbeiter
Fulfillment Administrator = Benutzungs-Administrator
Catalog Administrator = Katalog-Administrator
Purchasing Operator = Einkaufs-Mitarbeiter
Purchasing Manager = Einkaufs-Manager
Vendor Manager = Lieferanten-Manager
License Manager = Lizenz-Manager
License Viewer = Lizenz-Viewer
Fund Manager = Etat-Manager
Ledger Manager = Konto-Manager
Invoice Operator = Rechnungs-Mitarbeiter
Invoice Operator Extended = Rechnungs-Mitarbeiter, erweitert
Invoice Manager = Rechnungs-Manager
Purchase Request Manager = Kaufbestellungsmanager
Purchase Request Operator Extended = Kaufbestellungsmitarbeiter, erweitert
Purchase Request Operator = Kaufbestellungsmitarbeiter`,
    },
    fr: {
      high: ``,
      medium: `Patron = Lecteur
Selector = Sélectionneur
User Manager = Gestionnaire des utilisateurs
User Administrator = Administrateur des utilisateurs
General System Administrator = Administrateur général du système
Circulation Desk Manager = Responsable de bureau de prêt
Circulation Desk Operator = Opérateur de bureau de prêt
Circulation Desk Operator - Limited = Opérateur de bureau de prêt – Limité
Circulation Desk Operator - Limited = Opérateur de bureau de prêt limité
Fulfillment Services Operator = Opérateur de services aux usagers
Fulfillment Administrator = Administrateur des services aux usagers
Requests Operator = Opérateur des demandes
Acquisitions Administrator = Administrateur des acquisitions
Purchasing Operator = Opérateur des achats
Purchasing Manager = Gestionnaire des achats
License Manager = Gestionnaire des licences
License Viewer = Visionneur de licence
Purchase Request Manager = Gestionnaire des demandes d'achat
Purchase Request Operator Extended = Opérateur des demandes d'achat Étendu
Purchase Request Operator = Opérateur des demandes d'achat
Course Reserves Viewer = Lecteur de réserves de cours
Trial Manager = Gestionnaire des tests
Trial Operator = Opérateur des tests
API Read = Lecture API
Trial Participant = Participant aux tests
Esploro Researcher = Chercheur Esploro
Repository Administrator = Administrateur de répertoire
Catalog Administrator = Administrateur du catalogue`,
    },
    es: {
      high: `Patron = Usuario`,
      medium: `Selector = Selector
User Manager = Gestor de usuarios
User Administrator = Administrador de usuarios
General System Administrator = Administrador general del sistema
Circulation Desk Manager = Gerente del mostrador de circulación
Circulation Desk Manager = Administrador del Mostrador de Circulación
Circulation Desk Operator = Operador del mostrador de circulación
Circulation Desk Operator = Operador de Mostrador
Fulfillment Administrator = Administrador de servicios al usuario
Requests Operator = Operador de Solicitudes
Catalog Administrator = Administrador de catálogos
Purchasing Operator = Operador de compras
Purchasing Manager = Gestor de compras
Purchasing Manager = Gerente de compras
Purchasing Operator Extended = Operador de compras extendido
Invoice Operator = Operador de Facturación
Invoice Manager = Administrador de Facturación
Purchase Request Manager = Gestor de solicitudes de compra
Purchase Request Operator Extended = Operador de solicitud de compra extendido
Purchase Request Operator = Operador de solicitud de compra`,
    },
    pt: {
      high: ``,
      medium: `Patron = Usuário de biblioteca
User Manager = Gerente de Usuários
User Administrator = Administrador de Usuários
General System Administrator = Administrador Geral do Sistema
Circulation Desk Manager = Gerente de Balcão de Circulação
Circulation Desk Operator = Operador de Balcão de Circulação
Fulfillment Services Operator = Operador de Serviços ao Usuário
Catalog Administrator = Administrador de Catálogo
Purchasing Operator = Operador de Compras
Purchasing Manager = Gerente de Compras`,
    },
    cs: {
      high: ``,
      medium: `Patron = Čtenář`,
    },
    ja: {
      high: ``,
      medium: `User Manager = ユーザーマネージャー
User Administrator = ユーザー管理者
General System Administrator = 総合システム管理者
General System Administrator = 一般システム管理者
General System Administrator = 統括システム管理者
Patron = ユーザー
API Read = API読み取り
Trial Participant = トライアル参加者
Instructor = 担当教員
Leganto Course Operator = Legantoコースオペレータ
Esploro Researcher = Esploro研究員`,
    },
    zh: {
      high: ``,
      medium: `User Administrator = 用户管理员
General System Administrator = 通用系统管理员
Fulfillment Administrator = 读者服务管理员
Resource Sharing Partners Manager = 资源共享合作者经理`,
    },
  },
};

/** Gives the roles that public sources name, with what they are called in other languages. */
export const roleTable = (): RoleTable => table;
