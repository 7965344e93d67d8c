## Other offices

exchange-title = التبادل
exchange-our-card = بطاقة مكتبنا
exchange-our-card-text = أعطِ هذه البطاقة لمكتب آخر. ليس فيها أي سر، والأرقام تثبت أنها لكم حقًا.
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

seal-title = ختم نسخة لمكتب آخر
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
