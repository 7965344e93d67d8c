## نقل السجلات إلى الزملاء

log-assigned = أُسند سجل إلى عامل آخر
log-assignment-undone = أُلغي الإسناد
log-passing-written = دُوّن ما نُقل
passing-title = الإسناد إلى زميل
passing-title-many = { $count ->
    [one] إسناد سجل واحد
    [two] إسناد سجلين
    [few] إسناد { $count } سجلات
   *[other] إسناد { $count } سجلًا
}
passing-note = يصبح الزميل مسؤولًا في الحال. وتتبع الحوادثُ حالتَها. ولا يستطيع العامل الحالي فتحها بعد ذلك.
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
   *[other] أُسند { $records } سجلًا.
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
   *[other] بقي { $count } سجلًا كما هو.
}
passing-undo = تراجع
passing-undone = { $records ->
    [one] تم التراجع. عاد المسؤول السابق مسؤولًا.
    [two] تم التراجع عن سجلين. عاد المسؤولون السابقون.
    [few] تم التراجع عن { $records } سجلات. عاد المسؤولون السابقون.
   *[other] تم التراجع عن { $records } سجلًا. عاد المسؤولون السابقون.
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
