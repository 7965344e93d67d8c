## Other offices

exchange-title = التبادل
exchange-our-card = بطاقة مكتبنا
exchange-our-card-text = أعط هذه البطاقة لمكتب آخر. ليس فيها أي سر، والأرقام تثبت أنها لكم حقًا.
exchange-save-card = حفظ بطاقتنا
exchange-read-card = قراءة بطاقة
exchange-offices = المكاتب التي تعرفها
exchange-offices-empty = لا يوجد مكتب آخر بعد
exchange-offices-empty-text = اقرأ البطاقة التي أعطاك إياها مكتب آخر.
exchange-digits = أرقام للمقارنة
exchange-compare = مقارنة الأرقام
exchange-compare-text = دع المكتب الآخر يقرأ لك أرقامه بالهاتف أو وجهًا لوجه. اكتب ما تسمعه.
exchange-verified = تم التحقق
exchange-not-verified = لم تُقارن بعد
exchange-digits-differ = ليست هذه أرقام البطاقة. اقرأ البطاقة من جديد وقارن مرة أخرى.

## Sealing a copy

seal-title = الختم لمكتب آخر
seal-to = إلى
seal-leaves = ما يخرج
seal-stays = ما يبقى هنا
seal-purpose-copy = نسخة للمقر الرئيسي، وتبقى الحالة لديك
seal-consent = ما يقوله نموذج الموافقة
seal-button = ختم وحفظ
seal-done = تم الختم. لا يفتح هذا الملف إلا { $office }.

## Reading a sealed file

bundle-open = فتح ملف مختوم
bundle-from = من
bundle-plan = ما يضيفه هذا الملف
bundle-new = جديد
bundle-update = تحديث
bundle-had = لديك هذا من قبل
bundle-conflict = تغيّر لدى الطرفين
bundle-accept = قبول
bundle-leave = تركه
bundle-nothing-new = لا جديد: لديك كل هذا من قبل.
ledger-title = المرسل والمستلم
ledger-empty = لم يُرسل أو يُستلم أي شيء بعد.
ledger-sent = أُرسل
ledger-received = استُلم
desk-key-title = تصدير مفتاح المكتب
desk-key-warning = من يملك هذا المفتاح يستطيع فتح كل ملف مختوم لهذا المكتب. لا حاجة إليه إلا للتحقق دون هذا البرنامج.

## More about offices and sealed files

exchange-note = تتبادل المكاتب ملفات مختومة على ذواكر محمولة. لا يفتح الملف إلا المكتب المقصود به.
exchange-our-digits = أرقامنا
exchange-qr = رمز QR لبطاقتنا
exchange-card-saved = حُفظت بطاقتنا.
exchange-compare-how = اتصل بالمكتب الآخر على رقم كان لديك من قبل، أو التقوا وجهًا لوجه. ليقرأوا أرقامهم من شاشتهم بصوت مسموع. ضع علامة على كل مجموعة تسمعها.
exchange-compare-warning = إذا اختلف رقم واحد فتوقف: غُيّرت البطاقة في الطريق. لا تقارن أبدًا بأرقام وصلت مع البطاقة نفسها.
exchange-compare-same = كل المجموعات متطابقة
exchange-compare-later = المقارنة لاحقًا
bundle-open-text = اختر الملف من الذاكرة المحمولة. ترى أولا ممن هو وما سيأتي به، ولا يتغير شيء قبل أن تقبله.
bundle-purpose = الغرض
bundle-purpose-copy = نسخة للمقر الرئيسي، وتبقى الحالة لدى المكتب المرسل
bundle-sealed = خُتم
bundle-number = الرقم
bundle-revisions = مدخلات جديدة
bundle-files = صور وملفات جديدة
bundle-missing = لم تصل هذه الملفات من المكتب نفسه: { $number }. اطلبها. ويمكنك قبول هذا الملف مع ذلك.
bundle-accepted = { $count ->
     [zero] تم القبول دون حالات جديدة.
     [one] تم القبول: حالة واحدة.
     [two] تم القبول: حالتان.
     [few] تم القبول: { $count } حالات.
     [many] تم القبول: { $count } حالة.
    *[other] تم القبول: { $count } حالة.
}
ledger-cases = الحالات
desk-key-loud = يرى كل مشرف في سجل المكتب أنه صُدّر، ومن صدّره ومتى.
desk-key-go = اختيار المكان والتصدير
desk-key-done = صُدّر مفتاح المكتب. احفظه في مكان مقفل.
exchange-send-forms = إرسال نماذجنا
exchange-forms-sent = خُتمت النماذج لذلك المكتب.
bundle-purpose-forms = نماذج وقوائم وإعدادات
bundle-forms-text = لا يوجد أي سجل في هذا الملف. عند قبوله تصبح نماذجه مسودة: يجدها المسؤول ضمن «النماذج» ويقارنها بما هو معمول به ثم يقرر. لا يتغير شيء قبل ذلك.
bundle-forms-accepted = أصبحت النماذج مسودة الآن. يجدها المسؤول ضمن «النماذج».
bundle-destroyed = أُتلف هنا: لا يُؤخذ ثانية
bundle-new-life = استُعيد ذلك المكتب من نسخة احتياطية: تبدأ أرقامه من جديد.
seal-for = لأي غرض
seal-for-copy = نسخة؛ لا يُطلب شيء
seal-for-referral = إحالة: يُطلب منهم المساعدة
seal-for-transfer = نقل: يُطلب منهم تولي المسؤولية
seal-for-referral-note = تبقى أنت المسؤول. لا تخرج إلا الأجزاء التي تختارها. ينبغي أن يجيبوا خلال ثلاثة أيام عمل؛ أدخل جوابهم في «ما نُقل».
seal-for-transfer-note = تخرج الحالة كلها مع حوادثها. تبقى أنت المسؤول إلى أن يُدخل جوابهم في «ما نُقل».
seal-next = تجده في «ما نُقل». أدخل جوابهم هناك عندما تعرفه.
bundle-purpose-referral = إحالة: يُطلب منكم المساعدة؛ ويبقون هم المسؤولين
bundle-purpose-transfer = نقل: يُطلب منكم تولي المسؤولية
bundle-passed-next = تم القبول. ما يُطلب منكم موجود في الصفحة الأولى تحت «نُقل إليك».
bundle-alike = { $pairs ->
    [one] قُبل الملف. قد يكون فيه طفل مسجَّل هنا من قبل. انظر في الزوج قبل أن تتابع.
    [two] قُبل الملف. قد يكون فيه طفلان مسجَّلان هنا من قبل. انظر في الزوجين قبل أن تتابع.
   *[other] قُبل الملف. قد يكون فيه أطفال مسجَّلون هنا من قبل: { $pairs }. انظر فيهم قبل أن تتابع.
}
