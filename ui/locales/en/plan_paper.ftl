# The plan on paper and as text. Read by the core alone, beside the words of plan.ftl.
plan-paper-foot = My plan, saved on { $day }
plan-paper-empty = Nothing is written here yet. A few words in your plan are enough to begin.
plan-paper-saved = Saved on
plan-paper-strength-response = { $strength }. What I do: { $text }
plan-paper-situation = { $text } ({ $day })
plan-paper-plan = My plan for it: { $text }
plan-paper-minutes = { $text } ({ $minutes } min)
plan-paper-halt = When I am hungry, angry, lonely or tired
plan-paper-hungry = Hungry
plan-paper-angry = Angry
plan-paper-lonely = Lonely
plan-paper-tired = Tired
plan-paper-person = { $name } ({ $role })
plan-paper-phone = { $label }: { $number }
plan-paper-message = My message: { $text }
plan-paper-say = What I say
