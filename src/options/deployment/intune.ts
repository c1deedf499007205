import type { Browser } from './ways.ts';
import { escaped } from './xml.ts';

const products = { chrome: 'Chrome', chromium: 'Chromium', edge: 'Edge', firefox: 'Firefox' } as const;

/** The value of a policy whose template was ingested: switched on, with one text in it. */
export const enabledWith = (element: string, text: string): string =>
  `<enabled/>\n<data id="${element}" value="${escaped(text)}"/>`;

/** Where Intune ingests the template of the extension's own policy, and where it then sets it. */
export const templatePlace = (browser: Browser): string =>
  `./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/AlmaUserGuard${products[browser]}/Policy/AlmaUserGuardAdmx`;
export const policyPlace = (browser: Browser): string =>
  `./Device/Vendor/MSFT/Policy/Config/AlmaUserGuard${products[browser]}~Policy~AlmaUserGuard/PolicyText`;

/** A template (ADMX) with one policy that writes one text into a registry key below HKEY_LOCAL_MACHINE. */
export const template = (browser: Browser, key: string, valueName: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="almauserguard" namespace="AlmaUserGuard.Policies.${products[browser]}"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="ANY" displayName="$(string.ANY)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="AlmaUserGuard" displayName="$(string.AlmaUserGuard)"/>
  </categories>
  <policies>
    <policy name="PolicyText" class="Machine" displayName="$(string.PolicyText)" explainText="$(string.Explain)" presentation="$(presentation.PolicyText)" key="${escaped(key)}">
      <parentCategory ref="AlmaUserGuard"/>
      <supportedOn ref="ANY"/>
      <elements>
        <text id="PolicyText" valueName="${escaped(valueName)}" maxLength="1000000"/>
      </elements>
    </policy>
  </policies>
</policyDefinitions>
`;

/**
 * A script that writes the value itself. Windows ingests no template for keys below `Software\\Policies\\Microsoft` but for a few of
 * its own (Microsoft, Win32 and Desktop Bridge app ADMX policy ingestion), so that Edge's policy has to be written so. The text must hold no line break.
 */
export const script = (key: string, valueName: string, text: string): string =>
  [
    "$text = @'",
    text,
    "'@",
    `$key = 'HKLM:\\${key}'`,
    'if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }',
    `Set-ItemProperty -LiteralPath $key -Name '${valueName}' -Value $text -Type String`,
    '',
  ].join('\r\n');
