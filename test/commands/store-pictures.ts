/** The pictures that stores want beside those of the extension at work. Each takes the icon's SVG and gives the body of a page. */

const whole = 'margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center';

/** The small promotional picture, 440 x 280: name and purpose, large enough to read at half the size. */
export const storeTile = (icon: string): string => `
<body style="${whole}; gap: 24px; background: linear-gradient(135deg, #f4f8fb, #d8e7f2); color: #14344d; font-family: 'DejaVu Sans', sans-serif">
  <div style="flex: none; zoom: 0.9">${icon}</div>
  <div style="width: 240px">
    <p style="margin: 0 0 10px; font-size: 31px; line-height: 1.12; font-weight: bold">Alma User Guard</p>
    <p style="margin: 0; font-size: 17px; line-height: 1.35">What this account is, and whether it counts as a named user</p>
  </div>
</body>`;

/** The icon alone, as a square with some air around it. */
export const storeLogo = (icon: string): string => `
<body style="${whole}; background: #fff"><div style="zoom: 2">${icon}</div></body>`;
