# El plan en papel y como texto. Solo lo lee el núcleo, junto a las palabras de plan.ftl.
plan-paper-foot = Mi plan, guardado el { $day }
plan-paper-empty = Aquí todavía no hay nada escrito. Bastan unas palabras en tu plan para empezar.
plan-paper-saved = Guardado el
plan-paper-strength-response = { $strength }. Qué hago: { $text }
plan-paper-situation = { $text } ({ $day })
plan-paper-plan = Mi plan: { $text }
plan-paper-minutes = { $text } ({ $minutes } min)
plan-paper-halt = Cuando tengo hambre, enojo, soledad o cansancio
plan-paper-hungry = Hambre
plan-paper-angry = Enojo
plan-paper-lonely = Soledad
plan-paper-tired = Cansancio
plan-paper-person = { $name } ({ $role })
plan-paper-phone = { $label }: { $number }
plan-paper-message = Mi mensaje: { $text }
plan-paper-say = Qué digo
