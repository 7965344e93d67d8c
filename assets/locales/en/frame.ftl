## Words of the frame around every page

page-log = Log
chosen = Chosen
idle-stay = Stay signed in
no-way-title = This office can not be opened
search-hint = Two letters are enough. Spellings and scripts do not matter: Yusuf also finds يوسف.
search-nothing-help = Try a shorter part of the name, another spelling, or the case code. You open only cases that you may read.
