### For the webmasters of local sites: they know some HTML and need not program.

conf-title = Put the estimate on your site
conf-lead = Choose below, see what it looks like, and paste the code where it should stand. All files are on your own server, and what residents fill in does not leave their browser.
conf-to-page = Open the estimate

conf-section-what = What it estimates
conf-region = Area
conf-region-hint = Residents can still choose another.
conf-region-open = Let residents choose
conf-lang = Language
conf-lang-zh = 中文
conf-lang-en = English
conf-situation = Situation to open with
conf-situation-hint = Only says what is asked first; residents can change it at any time.
conf-situation-open = None

conf-section-look = How it looks
conf-theme = Light or dark
conf-theme-auto = As the visitor's system
conf-theme-light = Light
conf-theme-dark = Dark
conf-accent = Colour
conf-accent-pick = Pick one
conf-accent-hint = Of buttons and links, written like #0b6455. Leave it empty for ours.
conf-accent-bad = Write # and 3 or 6 digits, like #0b6455
conf-accent-corrected = This colour cannot be read on a light ground; { $colour } is used instead (contrast of at least 4.5:1, 7:1 in large text).
conf-elder = Open in large text
conf-width = Greatest width
conf-width-hint = In pixels, 280 or more. Leave it empty to fill the column. The height follows the content by itself.
conf-width-bad = Give a whole number from 280 to 9999

conf-section-how = How it is put in
conf-way = Way
conf-way-frame = One tag (recommended)
conf-way-frame-note = The estimate runs in a frame; neither side touches the other. Where scripts are blocked, the link stays.
conf-way-element = An element of your page
conf-way-element-note = No frame. Your security policy must allow WebAssembly, see the code.
conf-integrity = Pin this version (integrity)
conf-integrity-note = Browsers refuse to run a file that was changed in any way; with every update the code must be pasted anew.
conf-sandbox = Put the frame in a sandbox
conf-sandbox-note = The page in it cannot reach anything of your site.
conf-answers = Let your page hear the answers
conf-answers-note = It gets an estimate event whenever a resident changes something. Without this it hears nothing.
conf-policy = Rules of your own
conf-policy-hint = A script made by npm run wrap-policy, in the same folder, its name beginning with policy. Leave it empty if you have none.
conf-policy-bad = The name must begin with policy and end in .js, in the same folder or one below
conf-address = Where the files are
conf-address-hint = The address of the folder on your server that holds them.
conf-address-bad = Give an address that begins with https://
conf-address-example = https://www.example.gov.cn/yibao/

conf-section-code = The code to paste
conf-link-text = What medical insurance pays
conf-link-text-region = What medical insurance pays ({ $region })
conf-copy = Copy the code
conf-copied = Copied
conf-copy-failed = The browser does not allow it: select the code above and press Ctrl+C
conf-rules = Security policy
conf-rules-hint = If your site sends a Content-Security-Policy, add these two lines to it; if not, there is nothing to do.
conf-section-preview = What it looks like
conf-preview-hint = This is the real thing; try it.
conf-preview-address = The preview takes its files from the folder of this page.
conf-more = Other ways
conf-more-link = Only a link:
conf-more-file = For places without a network: save { $file } to a USB stick. A double click opens it, off-line.
conf-more-headers = Examples of server headers are in the folder headers (nginx, Apache).
conf-guide = The whole guide
