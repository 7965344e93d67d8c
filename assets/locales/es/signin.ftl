## The page of the locked program. It names no office and no person.

sign-in-title = Iniciar sesión
sign-in-name = Tu nombre de acceso
sign-in-password = Contraseña
sign-in-button = Entrar
sign-in-wrong = El nombre o la contraseña no es correcto.
sign-in-wait = { $seconds ->
     [one] Espera { $seconds } segundo y vuelve a intentarlo.
    *[other] Espera { $seconds } segundos y vuelve a intentarlo.
}
sign-in-opening = Abriendo la oficina
sign-in-forgotten = ¿Olvidaste la contraseña? La hoja de recuperación, que guarda el supervisor, te da una nueva.
sign-in-recovery = Abrir con la hoja de recuperación
sign-in-other-office = Abrir otra oficina
sign-in-new-office = Oficina nueva
sign-in-sample = Abrir la oficina de ejemplo
sign-in-sample-hint = Oficina de ejemplo. Entra con el nombre { $name } y la contraseña { $password }.
password-show = Mostrar la contraseña
password-hide = Ocultar la contraseña
caps-lock-on = El bloqueo de mayúsculas está activado.

## First sign-in with a one-time password

new-password-title = Elige tu contraseña
new-password-why = La contraseña que te dieron sirve una vez. Desde ahora solo tú conoces la tuya.
password-old = Contraseña actual
password-new = Contraseña nueva
password-repeat = Contraseña nueva otra vez
password-change = Cambiar mi contraseña
password-changed = Tu contraseña ha cambiado.

## Locked and idle

locked-title = Bloqueado
locked-text = Tus borradores están guardados y sellados. Inicia sesión para seguir.
idle-title = ¿Sigues ahí?
idle-text = Pulsa cualquier tecla para seguir.
hidden-title = La pantalla está oculta
hidden-text = Pulsa F9 para volver al trabajo.

## Recovery

recovery-title = Abrir con la hoja de recuperación
recovery-words = Las palabras de la hoja de recuperación
recovery-words-hint = 24 palabras, en su orden, con un espacio entre ellas
recovery-words-wrong = Estas palabras no abren esta oficina. Revisa cada palabra y el orden.
recovery-written-down = Esta apertura queda escrita en el registro de la oficina, a la vista de todos.

## More words of the threshold

sign-in-name-missing = Escribe el nombre de acceso.
sample-title = Personas de la oficina de ejemplo
recovery-words-count = { $count ->
     [one] La hoja tiene 24 palabras; has escrito { $count }.
    *[other] La hoja tiene 24 palabras; has escrito { $count }.
}
recovery-login-help = La persona cuya contraseña se cambia
recovery-go = Abrir y poner la contraseña

## The recovery words

recovery-word-unknown = La palabra { $number } no es una de las que puede tener una hoja así. Revisa cómo se escribe.

## The sample office

sample-take = Rellenar

## Between a lock and the new program
ending-title = Bloqueado
ending-text = Se está haciendo la copia de seguridad. Los dos campos aparecen en cuanto termine.
ending-working = Haciendo la copia de seguridad
