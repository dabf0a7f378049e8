# Sentences for files that cannot be read (refused-), and for what to know about files that could be read (read-).
# Each says why, and what to do.

refused-empty = There seems to be nothing in “{ $file }”. Please check that it is the right file and load it again.
refused-too-large = “{ $file }” has { $size_mb } MB, more than the limit of { $limit_mb } MB. Please split it by chapters, or save it with smaller pictures, and load it again.
refused-unknown-type = “{ $file }” is of a kind that cannot be read ({ $extension }). Please save it as .md, .txt, .html, .pdf, .docx, .pptx, .xlsx or .csv.
refused-wrong-type = “{ $file }” is named .{ $extension }, but what is inside is something else ({ $found }). Please open it in the program it comes from and save it as the right kind.
refused-legacy-word = “{ $file }” is a Word document of the old kind. Please open it in Word, choose “Save as” and .docx, and load that file.
refused-legacy-excel = “{ $file }” is an Excel workbook of the old kind. Please open it in Excel, choose “Save as” and .xlsx, and load that file.
refused-legacy-powerpoint = “{ $file }” is a PowerPoint file of the old kind. Please open it in PowerPoint, choose “Save as” and .pptx, and load that file.
refused-macros = “{ $file }” contains macros and is not read, for safety. Please save it without macros (.docx, .xlsx or .pptx) and load it again.
refused-password = “{ $file }” is protected by a password. Please open it, save it without the password, and load it again.
refused-damaged = “{ $file }” seems to be damaged or cut short. Please check that it opens in its own program, save it or fetch it once more, and load it again.
refused-too-many-parts = “{ $file }” holds more than { $limit } parts and is not read, for safety. Please save it under a new name in its own program, or split it.
refused-bomb = “{ $file }” would swell beyond { $limit_mb } MB or out of all proportion when opened, and is not read, for safety. Please save it again in its own program, or send the text alone as .txt.
refused-unsafe-path = “{ $file }” contains a name that points outside its own folder and is not read, for safety. Please open it in its own program and save it under a new name.
refused-entities = “{ $file }” contains definitions that refer to something outside and is not read, for safety. Please open it in its own program and save it under a new name.
refused-pictures-only = “{ $file }” holds only pictures and no text that can be read. Please run text recognition (OCR) on it and save it, or load the document it was made from.
refused-no-text = No text was found in “{ $file }”. Please check that it is the right file and load it again.
refused-garbled = The characters of “{ $file }” cannot be read correctly (for example: { $preview }). Please make the PDF again from its source, or load the source file, for instance from Word.
refused-encoding-unclear = The character encoding of “{ $file }” is not clear. Please look which of these reads well and name that encoding when you load it again ({ $preview }), or save the file as UTF-8.
refused-encoding-wrong = “{ $file }” cannot be read in the encoding you named ({ $encoding }). Please name another one, or save the file as UTF-8.
refused-encoding-unknown = The encoding “{ $encoding }” named for “{ $file }” is not known. Please use utf-8, cp932, euc-jp, utf-16 or the like.
refused-front-matter = Line { $line } of the details at the head of “{ $file }” (between the lines of ---) cannot be read. Please check that each line has the form “name: value”.
refused-too-slow = Reading “{ $file }” took too long and was stopped. Please split it by chapters, or save it again, and load it once more.
refused-too-much-memory = Reading “{ $file }” needed more memory than is allowed. Please split it by chapters, or save it with fewer pictures, and load it again.
refused-too-much-text = The text in “{ $file }” comes to more than { $limit_mb } MB. Please split it by chapters or sheets and load the parts.
refused-stopped = The program that reads files stopped while it read “{ $file }”, which may be damaged. Please save it again in its own program and load it once more.

read-pages-without-text = Pages of “{ $file }” that are only pictures could not be read: { $pages }. If you need them, please run text recognition (OCR) and load it again.
read-order-uncertain = The order of the columns in “{ $file }” is not clear everywhere; they were put in order by how sentences go on. Please look the result over.
read-table-cut = The tables in “{ $file }” are large: they were read up to cell { $cells }. If you need the rest, please split the file.
read-encoding-guessed = “{ $file }” was read in the encoding { $encoding }, which was a close guess. Please check that the characters are right.
read-damaged-in-part = “{ $file }” is damaged in part: the { $count } pages that could be found were read. Please compare them with the original.
