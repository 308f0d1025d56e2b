#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminders-state.h"

#include <glib/gi18n.h>

static const char *
describe_status (const CoachAutostartFacts *start,
                 const CoachReminderFacts  *told)
{
  if (start->is_busy)
    return start->is_wanted ? _("Switching on…") : _("Switching off…");
  if (!start->is_wanted)
    return start->is_at_login ? _("Off, though something still starts it at login.")
                              : _("Off. Nothing runs in the background.");
  if (told->is_running)
    return start->is_at_login ? _("On. It runs, and starts by itself at login.")
                              : _("On until you log out. It does not start by itself at login.");
  if (start->is_at_login)
    return _("It starts by itself at login, but does not run now.");
  return _("Switched on, but it does not run, and does not start by itself at login.");
}

static const char *
describe_server (const CoachReminderFacts *told)
{
  if (told->state == NULL)
    return _("Told once reminders are on.");
  if (!told->has_server)
    return _("Nothing here shows notifications, so reminders cannot be seen.");
  return _("There is a place for them.");
}

/**
 * coach_reminders_state_init:
 * @state: (out): what to show; its texts are valid until the facts change
 * @start: how it is with starting the reminder
 * @told: what the reminder told last
 *
 * Says how it really is: what was wanted, what runs, and what will run after the next login.
 */
void
coach_reminders_state_init (CoachRemindersState       *state,
                            const CoachAutostartFacts *start,
                            const CoachReminderFacts  *told)
{
  g_return_if_fail (state != NULL && start != NULL && told != NULL);

  *state = (CoachRemindersState) {
    .is_on = start->is_wanted && (start->is_busy || start->is_at_login || told->is_running),
    .can_switch = !start->is_busy,
    .status = describe_status (start, told),
    .problem = start->is_busy ? NULL : start->problem,
    .source = told->source != NULL ? coach_presence_describe_source (told->source)
                                   : _("Told once reminders are on."),
    .server = describe_server (told),
  };
}
