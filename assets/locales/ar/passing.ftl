## نقل السجلات إلى الزملاء

log-assigned = أُسند سجل إلى عامل آخر
log-assignment-undone = أُلغي الإسناد
log-passing-written = دُوّن ما نُقل
passing-title = الإسناد إلى زميل
passing-title-many = { $count ->
    [one] إسناد سجل واحد
    [two] إسناد سجلين
    [few] إسناد { $count } سجلات
   *[other] إسناد { $count } سجلا
}
passing-note = يصبح الزميل مسؤولا في الحال. وتتبع الحوادث حالتَها. ولا يستطيع العامل الحالي فتحها بعد ذلك.
passing-to = إلى
passing-to-help = ما يحمله كل زميل من الحالات التي تراها
passing-load = { $cases ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $cases } حالات
   *[other] { $cases } حالة
}
passing-load-high = { $high } عالية الخطورة
passing-nobody = لا أحد هنا يعمل مع كل هذه السجلات
passing-nobody-text = اختر سجلات من نوع واحد، أو اطلب من مدير النظام أن يقترح شخصًا لدور يشملها.
passing-say = ما ينبغي أن يعرفه الزميل
passing-say-help = تستطيعان قراءته أنتما والمشرفون عليكما. ويبقى بعد أن تُغلق الحالة أمام العامل الحالي.
passing-go = إسناد
passing-done = { $records ->
    [one] تم الإسناد.
    [two] أُسند سجلان.
    [few] أُسندت { $records } سجلات.
   *[other] أُسند { $records } سجلا.
}
passing-done-followed = { $count ->
    [one] تبعت حادثة واحدة حالتها.
    [two] تبعت حادثتان حالتيهما.
    [few] تبعت { $count } حوادث حالاتها.
   *[other] تبعت { $count } حادثة حالاتها.
}
passing-done-stayed = { $count ->
    [one] بقي سجل واحد كما هو.
    [two] بقي سجلان كما هما.
    [few] بقيت { $count } سجلات كما هي.
   *[other] بقي { $count } سجلا كما هو.
}
passing-undo = تراجع
passing-undone = { $records ->
    [one] تم التراجع. عاد المسؤول السابق مسؤولا.
    [two] تم التراجع عن سجلين. عاد المسؤولون السابقون.
    [few] تم التراجع عن { $records } سجلات. عاد المسؤولون السابقون.
   *[other] تم التراجع عن { $records } سجلا. عاد المسؤولون السابقون.
}
passing-history = ما نُقل
passing-history-none = لم يُنقل هذا السجل قط.
passing-kind-assignment = أُسند
passing-from-to = من { $from } إلى { $to }
passing-state-done = تم
passing-state-revoked = أُلغي
passing-step = { $state }، { $when }، { $who }
passing-why = السبب
log-referred = أُحيل سجل إلى زميل
log-transfer-offered = عُرض نقل على زميل
log-record-asked-for = طُلب سجل
log-passing-accepted = قُبل ما نُقل
log-passing-rejected = رُفض ما نُقل
log-passing-finished = انتهت الإحالة
log-passing-revoked = سُحب ما نُقل
log-passing-taken-over = أُدخل ما عاد في الحالة
passing-state-in-progress = ينتظر جوابًا
passing-state-accepted = مقبول
passing-state-rejected = مرفوض
passing-state-withdrawn = مسحوب
passing-kind-referral = إحالة
passing-kind-transfer = نقل
passing-kind-request = مطلوب
passing-refer = إحالة إلى زميل
passing-refer-note = يقرأ الزميل الأجزاء التي تختارها حتى تنتهي الإحالة. ويبقى المسؤول مسؤولا.
passing-transfer = نقل إلى زميل
passing-transfer-note = يقرأ الزميل كل شيء ما دام النقل ينتظر، ويصبح مسؤولا حين يقبل. وعندها يُغلق السجل أمام العامل الحالي.
passing-ask-for = طلب حالة
passing-ask-for-note = اطلب من الزميل المسؤول حالة لا تستطيع فتحها. وموافقة المشرف تعرضها عليك.
passing-code = رمز الحالة
passing-parts = ما يجوز للزميل قراءته
passing-parts-help = يرافق كلّ إحالة الرمز والجنس والعمر والمنطقة والتواريخ ومستوى الخطر.
passing-row = خدمة الخطة المعنية
passing-row-help = تُعلّم الآن محالة، وتُعلّم مقدّمة حين تُدخل الجواب.
passing-services = الخدمات المطلوبة
passing-urgency = درجة الاستعجال
passing-in-spite = لماذا يُنقل مع ذلك
passing-in-spite-help = يُكتب هذا في السجل، ويستطيع الطرفان قراءته.
passing-in-spite-said = نُقل رغم عدم ورود الموافقة:
passing-offered = عُرض. يجده الزميل في صفحته الأولى.
passing-asked = طُلب. سيصل الجواب إلى صفحتك الأولى.
passing-unsaved = احفظ تغييراتك أو تخلّ عنها قبل النقل.
passing-gives = يجوز قراءة: { $parts }
passing-asks = المطلوب: { $services }
passing-accept = قبول
passing-reject = رفض
passing-finish = قُدّمت الخدمة
passing-withdraw = سحب
passing-take-over = إدخال في الحالة
passing-accept-referral = تساعد في هذا. ويبقى المسؤول مسؤولا ويرى جوابك.
passing-accept-transfer = يصبح السجل مع حوادثه لمن عُرض عليه منذ الآن، ويُغلق أمام من كان مسؤولا.
passing-accept-request = تُعرض الحالة نقلا على من طلبها، وتنتقل حين يقبل.
passing-reject-note = اذكر السبب. يُغلق من جديد ما فُتح لهذا.
passing-finish-note = اذكر ما تم. تُغلق الحالة أمامك من جديد، وتعود كلماتك إلى المسؤول.
passing-withdraw-note = يُغلق من جديد ما فُتح لهذا.
passing-take-over-note = تصبح الكلمات العائدة ملاحظة في الحالة. وتُعلّم الخدمة المعنية مقدّمة اليوم.
passing-say-back = ما ينبغي أن يعرفه الطرف الآخر
passed-title = ما نُقل
passed-note = الإحالات وعمليات النقل والإسناد التي يجوز لك معرفتها، وما تنتظره.
passed-for-me = لي
passed-waiting = ينتظر الآخرين
passed-all = الكل
passed-empty = لا شيء هنا
passed-empty-text = يظهر هنا ما ينقله إليك الزملاء وما تنقله إليهم.
passed-newer = أحدث
passed-older = أقدم
home-to-answer = نُقل إليك
home-unanswered = نُقل ولم ينته بعد
passing-kind-copy = نسخة لمكتب آخر
passing-state-sent = مختومة
passing-state-sent-waits = أُرسل وينتظر جوابهم
passing-they-accepted = لقد قبلوا
passing-they-rejected = لقد رفضوا
passing-they-said = ما قالوه
passing-they-answered-note = أدخل الجواب كما أخبرك به المكتب الآخر. سيبقى مدوّنًا في الحالة من الآن.
passing-they-accepted-transfer = المكتب الآخر هو المسؤول من الآن. تصبح الحالة «منقولة» وتُغلق أمام من كان مسؤولا عنها، وتبقى لديك إلى أن يُعاد فتحها أو يحين وقت إتلافها.
passing-they-finished-note = اذكر ما فعلوه. تصبح كلماتك ملاحظة في الحالة، وتُعلّم الخدمة المطلوبة مقدّمة اليوم.
passing-withdraw-outside-note = أخبر المكتب الآخر أيضًا: لا يمكن استرجاع الملف المختوم.
passing-came-note = يُدوّن هذا هنا. أخبر المكتب الآخر: لا يُرسَل شيء من تلقاء نفسه.
passing-reject-request-note = اذكر السبب. لا يُفتح شيء لمن طلب.
passing-create = إنشاء حالة من هذا
passing-create-note = تُسجّل حالة لهذا المكتب بما تمت مشاركته. اطلب الموافقة من جديد، فقد أُعطيت للمكتب الآخر. يبقى السجل المشترك كما جاء، ويقود كل منهما إلى الآخر.
passing-created = سُجّلت الحالة { $code }. راجعها.
passing-stepped = { $kind }: { $state }
passing-parts-outside = ما يستلمه المكتب الآخر
passing-parts-outside-help = حدّد فقط ما يحتاجونه للمساعدة. ترى أدناه حقلا حقلا ما يخرج.
passing-say-outside = ما ينبغي أن يعرفه المكتب الآخر
passing-say-outside-help = يخرج مع الملف المختوم ويبقى مدوّنًا في الحالة.
