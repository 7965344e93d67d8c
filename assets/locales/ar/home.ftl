## The first page

home-hello = أهلا { $name }
home-note = ما ينتظرك اليوم. كل رقم يفتح قائمته.
home-waiting = عملك
home-first-steps = الخطوات الأولى
home-backups-text = اختر مكانًا ثانيًا للنسخ الاحتياطية، والأفضل ذاكرة محمولة تُحفظ في مكان آخر، وتأكد أن آخر نسخة حديثة.
home-backups-go = مراجعة النسخ الاحتياطية
