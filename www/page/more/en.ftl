### What loads when it is opened. As words/en.ftl: for residents, in short sentences and plain words.

## Take it along
along-print-title = Print it, or save it as a PDF
along-print-text = A full receipt: every clause, every step of the working, sources and dates, what we assume, and what you entered. Take it to the hospital or the insurance bureau and ask.
along-print = Print or save as PDF
along-view = Look at it on screen first
along-link-title = Send it to your family, or go on with it elsewhere
along-link-text = Your answers stand in the link itself, after the “#”; they go to no server, not even when the link is opened. Whoever has the link can read them.
along-link = Make a link
along-link-field = Link
along-copy = Copy the link
along-copied = Copied
along-copy-failed = It could not be copied. Select the link above and copy it.
along-link-disk = This page was opened from a file on this device, so the link works only here. To send it to somebody, save a file and send that.
along-file-title = Save it as a file
along-file-text = Saves your answers and the result (as JSON). Open it here later and go on.
along-save = Save as a file
along-file-show = Cannot save a file? Copy its text
along-open-title = Open a saved file
along-open-text = What you have entered now is replaced by what the file holds.

## The printed receipt
receipt-close = Close the receipt
receipt-title = Estimate of medical insurance: receipt
receipt-where = { $region } · computed by the rules on file on { DATE($date) }
receipt-in-scope = Of this, in scope
receipt-answers = What you entered
receipt-true = met
receipt-false = not met
receipt-unknown = still open
receipt-not = { $name } – not met: { $why }
receipt-hashes = For checking
receipt-hashes-text = These fingerprints (SHA-256) name the program, the rules and the inputs. The same three give the same amounts on any machine.
receipt-build = Program: { $engine }
receipt-policy = Rules: { $id }
receipt-inputs = Inputs
receipt-request = Inputs as they are
