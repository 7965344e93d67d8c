## First run

setup-title = إعداد مكتب جديد
setup-welcome = أهلا بك
setup-welcome-text = يستغرق هذا نحو خمس دقائق، ويحتاج إلى شخصين: مدير النظام والمشرف.
setup-sample-text = أو تعرّف أولا إلى مكتب تجريبي موظفوه وأطفاله من نسج الخيال.
setup-step = الخطوة { $step } من { $steps }
setup-step-language = اللغة
setup-step-office = المكتب
setup-step-administrator = مدير النظام
setup-step-supervisor = المشرف
setup-step-recovery = ورقة الاستعادة
setup-step-backup = النسخ الاحتياطي
setup-step-ready = جاهز
setup-language-text = يمكن لكل شخص أن يختار لغة أخرى لاحقًا.

## Office

setup-office-name = اسم المكتب
setup-office-name-help = كما يسميه موظفوكم والمكاتب الأخرى
setup-site-code = رمز الموقع
setup-site-code-help = من 2 إلى 6 أحرف لاتينية كبيرة أو أرقام. يبدأ به رقم كل حالة ولا يمكن تغييره لاحقًا.
setup-site-code-wrong = استعمل من 2 إلى 6 أحرف لاتينية كبيرة (A إلى Z) أو أرقام.
setup-agency = المنظمة
setup-agency-name = اسم المنظمة
setup-agency-code = الاسم المختصر للمنظمة
setup-team = الفريق الأول
setup-team-help = يرى أخصائي الحالة حالاته، ويرى المشرف حالات فريقه.
setup-folder = مكان حفظ المكتب

## The first two people

setup-administrator-text = يعتني مدير النظام بالمكتب: الأشخاص والقوائم والنسخ الاحتياطية. ولا يستطيع فتح أي سجل.
setup-supervisor-text = الآن المشرف. سلّمه لوحة المفاتيح: يجب ألا يعرف أحد غيره كلمة المرور هذه.
setup-full-name = الاسم الكامل
setup-sign-in-name = اسم الدخول
setup-sign-in-name-help = قصير، بأي حروف، ودون مسافات
setup-names-differ = يحتاج المشرف إلى اسم دخول خاص به.

## Passwords

password-help = عدة كلمات سهلة التذكر أفضل من كلمة واحدة صعبة الكتابة.
password-strength = قوة كلمة المرور
password-strength-0 = سهلة التخمين جدًا
password-strength-1 = سهلة التخمين
password-strength-2 = ليست قوية بما يكفي
password-strength-3 = جيدة
password-strength-4 = جيدة جدًا
password-too-weak = كلمة المرور هذه سهلة التخمين. أضف كلمة أخرى أو دع البرنامج يكوّن واحدة.
password-too-short = { $count ->
     [zero] اكتب كلمة المرور.
     [one] استعمل حرفًا واحدًا على الأقل.
     [two] استعمل حرفين على الأقل.
     [few] استعمل { $count } أحرف على الأقل.
     [many] استعمل { $count } حرفًا على الأقل.
    *[other] استعمل { $count } حرف على الأقل.
}
password-differs = كلمتا المرور غير متطابقتين.
password-make = كوّن لي عبارة
password-made = اكتبها إلى أن تحفظها عن ظهر قلب، ثم أتلف الورقة.
password-use-made = استعمال هذه العبارة

## Recovery sheet

recovery-sheet-title = ورقة الاستعادة
recovery-sheet-why = إذا ضاعت كل كلمات المرور فهذه الكلمات تفتح المكتب من جديد. من دونها تضيع السجلات إلى الأبد.
recovery-sheet-warning = من يملك هذه الورقة يستطيع قراءة كل شيء. يحفظها المشرف في مكان مقفل بعيدًا عن هذا الجهاز.
recovery-sheet-write = اكتب الكلمات بخط اليد أو اطبع الورقة.
recovery-sheet-print = طباعة الورقة
recovery-sheet-save = حفظ في ملف
recovery-sheet-save-warning = يمكن نسخ الملف دون أن يلاحظ أحد. احفظه فقط على ذاكرة محمولة يقفل عليها المشرف، ولا تحفظه أبدًا على هذا الجهاز.
recovery-sheet-saved = حُفظت الورقة. أخرج الذاكرة المحمولة الآن.
recovery-check-title = تأكد من صحة ما كُتب
recovery-check-text = اكتب هذه الكلمات من ورقتك.
recovery-word-number = الكلمة { $number }
recovery-check-wrong = ليست هذه هي الكلمة المكتوبة في الورقة. راجع رقمها وهجاءها.
recovery-kept = الورقة عند المشرف وهو يحفظها في مكان مقفل.

## Backup place and the end

setup-backup-text = اختر ذاكرة محمولة أو قرصًا ثانيًا. تُحفظ هناك نسخة عند كل قفل وكل إغلاق. وهي مختومة: لا يقرؤها أحد دون كلمة مرور من هذا المكتب.
setup-backup-place = مكان النسخ الاحتياطية
setup-backup-later = الاختيار لاحقًا
setup-backup-later-warning = إلى ذلك الحين تبقى النسخ على هذا الجهاز فقط. إذا ضاع ضاعت معه.
setup-create = إنشاء المكتب
setup-creating = جاري إنشاء المكتب ومفاتيحه
setup-ready-title = المكتب جاهز
setup-ready-text = بعد ذلك يضيف مدير النظام الأماكن ويقترح أخصائيي الحالات، ثم يقبلهم المشرف.
setup-sign-in-now = تسجيل الدخول

## More words of the first run

setup-what-it-is = يحفظ أمبارو حالات الأطفال المعرّضين للخطر على هذا الجهاز وحده، مختومة، من دون إنترنت.
setup-sample-making = جاري إعداد المكتب التجريبي
setup-office-name-missing = اكتب اسم المكتب.
setup-agency-help = المنظمة التي تدير المكتب
setup-agency-missing = اكتب اسم المنظمة.
setup-team-missing = اكتب اسم الفريق.
setup-full-name-missing = اكتب الاسم.
recovery-sheet-qr = رمز QR لكلمات الاستعادة
recovery-sheet-back = إذا رجعت وغيّرت شيئًا تُنشأ ورقة جديدة وتبطل هذه.
recovery-look-again = العودة إلى الورقة
setup-backup-chosen = تم اختيار المجلد
setup-create-later = إنشاء المكتب والاختيار لاحقًا
