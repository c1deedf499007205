/** How sure it is that a role's name and code belong together; `none`: no source gives a code. */
export type CodeSureness = 'high' | 'medium' | 'none';

/**
 * Code and name by how sure the code is, a role on each line. Codes come from
 * public exports of Alma's user API (University of Michigan 2021, SLSP) and scripts that set roles (SLSP user loader,
 * HSG-Library, UIUC Library): two independent sources make a code `high`, one `medium`. Names without a code come from the
 * lists of WRLC, CARLI, Ex Libris, Duke, UC and CSUN.
 */
const lines: Readonly<Record<CodeSureness, string>> = {
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
206 Catalog Manager
220 Designs Analytics
222 SDK Write
227 Cataloger Extended
238 API Infra Read
251 Course Reserves Viewer`,
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
Circulation Desk Operator - Limited
Course Reserves Operator
Designs Analytics - Resources
Fund-Ledger Viewer
Physical Item Operator Limited
Printout Queue Operator
Receiving Operator Limited
Rialto Purchaser`,
};

/** Gives the roles that public sources name, by how sure their code is: a line for each, its code before its name. */
export const roleLines = (): Readonly<Record<CodeSureness, string>> => lines;
