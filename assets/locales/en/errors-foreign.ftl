# Errors and findings while pages of somebody else's PDF are taken into a packet (module foreign of packet); window, command line and packet use them.
error-pdf-locked = This PDF opens only with a password, so its pages cannot be read. The original is kept as it is; open it with the password and save a copy without one, or ask its sender for one, and add that.
error-pdf-unreadable = This PDF is too damaged to read, and a repair won back no page. The original is untouched; ask its sender for a fresh copy, or add a photo of each page.
error-pdf-too-many-pages = This PDF has more than { $limit } pages, too many for one exhibit. The original is untouched; save only the pages that matter and add those.
error-pdf-too-complex = Inside, this PDF is far larger than an ordinary document, so reading it was stopped to be safe. The original is untouched; print it to a new PDF, or add photos of the pages.
finding-exhibit-fields-unpainted = The PDF of { $label } has { $count } filled fields that are not drawn on its pages, so the packet does not show them. Print it to a new PDF and add that.
packet-exception-exhibit-fields-unpainted = { $count } filled fields of { $label } are not drawn on its pages and could not be printed; the original file has them.
