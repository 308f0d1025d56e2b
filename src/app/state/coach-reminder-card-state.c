#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminder-card-state.h"

#include <glib/gi18n.h>

#define SECONDS_PER_MINUTE 60

/* What the person does, in the order of the words of the contract. */
typedef enum
{
  DOING_NOT_TOLD,
  DOING_SITTING,
  DOING_UNKNOWN,
  DOING_AWAY,
  DOING_BREAK,
  DOING_STANDING,
  DOING_STAND,
  DOING_CHAIR,
  DOING_SESSION,
} Doing;

static const char * const doing_ids[] = {
  "", "sitting", "unknown", "away", "break", "standing", "stand", "chair", "session",
};

/* A newer reminder may tell what is not known here: then nothing is said of it. */
static Doing
find_doing (const char *id)
{
  for (guint i = DOING_SITTING; id != NULL && i < G_N_ELEMENTS (doing_ids); i++)
    if (g_str_equal (id, doing_ids[i]))
      return (Doing) i;
  return DOING_NOT_TOLD;
}

static gboolean
has_hold (const CoachReminderFacts *told,
          const char               *id)
{
  return told->holds != NULL && g_strv_contains (told->holds, id);
}

static gboolean
is_paused (const CoachReminderFacts *told)
{
  return has_hold (told, "quiet") || has_hold (told, "today");
}

/* What the person chose goes before what the machine does. */
static const char *
describe_hold (const CoachReminderFacts *told)
{
  static const struct
  {
    const char *id;
    const char *text;
  } holds[] = {
    { "hours", N_ ("Outside your hours for reminders.") },
    { "no-server", N_ ("Nothing here shows notifications, so no reminder can come.") },
    { "do-not-disturb", N_ ("Held back: your desktop shows no notifications now.") },
    { "camera", N_ ("Held back: the camera is in use.") },
    { "microphone", N_ ("Held back: the microphone is in use.") },
    { "inhibitor", N_ ("Held back: a call or a film keeps the screen on.") },
    { "full-screen", N_ ("Held back: something fills the screen.") },
    { "woke", N_ ("No reminder yet: the computer woke up a moment ago.") },
  };

  if (told->holds == NULL || told->holds[0] == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    if (has_hold (told, holds[i].id))
      return _(holds[i].text);
  return _("Held back for now.");
}

/* Until when, in the zone of @now. */
static char *
describe_pause (const CoachReminderFacts *told,
                GDateTime                *now)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) until = NULL;
  g_autofree char *time = NULL;

  if (has_hold (told, "today") || told->quiet_until == 0)
    return g_strdup (_("Paused for the rest of the day."));
  utc = g_date_time_new_from_unix_utc (told->quiet_until);
  until = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  time = g_date_time_format (until, "%H:%M");
  if (g_date_time_get_day_of_year (until) != g_date_time_get_day_of_year (now))
    /* Translators: the place is a time of day, as in "09:30" */
    return g_strdup_printf (_("Paused until %s tomorrow."), time);
  /* Translators: the place is a time of day, as in "14:00" */
  return g_strdup_printf (_("Paused until %s."), time);
}

static guint
count_minutes_left (const CoachReminderFacts *told,
                    guint                     gone_s)
{
  if (gone_s >= told->limit_s)
    return 0;
  return (told->limit_s - gone_s + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
}

static char *
describe_due (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_("A break is due."));
  return g_strdup_printf (ngettext ("A break is due in %u minute.", "A break is due in %u minutes.",
                                    minutes),
                          minutes);
}

static char *
describe_change_due (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_("A change is due: sit down, or walk a few steps."));
  return g_strdup_printf (ngettext ("A change is due in %u minute.",
                                    "A change is due in %u minutes.", minutes),
                          minutes);
}

/* Why no reminder would come, else when the next is due. */
static char *
describe_next (const CoachReminderCardFacts *facts,
               char                         *due)
{
  g_autofree char *owned = due;
  const char *held;

  if (is_paused (facts->told))
    return describe_pause (facts->told, facts->now);
  held = describe_hold (facts->told);
  return held != NULL ? g_strdup (held) : g_steal_pointer (&owned);
}

static void
set_bar (CoachReminderCardState   *state,
         const CoachReminderFacts *told,
         guint                     gone_s)
{
  state->has_bar = told->limit_s > 0;
  if (state->has_bar)
    state->fraction = MIN (1.0, (double) gone_s / told->limit_s);
}

static char *
describe_sat (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_("Just sat down"));
  return g_strdup_printf (ngettext ("%u minute of sitting", "%u minutes of sitting", minutes),
                          minutes);
}

static void
show_sitting (CoachReminderCardState       *state,
              const CoachReminderCardFacts *facts)
{
  const CoachReminderFacts *told = facts->told;

  state->headline = describe_sat (told->sat_s / SECONDS_PER_MINUTE);
  state->detail = describe_next (facts, describe_due (count_minutes_left (told, told->sat_s)));
  set_bar (state, told, told->sat_s);
}

/* Where breaks cannot be noticed, nothing is said of sitting. */
static void
show_unknown (CoachReminderCardState       *state,
              const CoachReminderCardFacts *facts)
{
  const CoachReminderFacts *told = facts->told;
  guint minutes = told->sat_s / SECONDS_PER_MINUTE;
  g_autofree char *next = describe_next (facts, describe_due (count_minutes_left (told,
                                                                                  told->sat_s)));

  state->headline = g_strdup_printf (ngettext ("%u minute since the last break",
                                               "%u minutes since the last break", minutes),
                                     minutes);
  state->detail = g_strjoin (" ", next,
                             _("Breaks cannot be noticed here, so time alone counts."), NULL);
  set_bar (state, told, told->sat_s);
}

static void
show_away (CoachReminderCardState       *state,
           const CoachReminderCardFacts *facts)
{
  guint minutes = facts->told->sat_s / SECONDS_PER_MINUTE;

  state->headline = g_strdup (_("Away for a moment"));
  state->detail = g_strdup_printf (ngettext ("Before that, %u minute of sitting.",
                                             "Before that, %u minutes of sitting.", minutes),
                                   minutes);
  set_bar (state, facts->told, facts->told->sat_s);
}

static void
show_standing (CoachReminderCardState       *state,
               const CoachReminderCardFacts *facts)
{
  const CoachReminderFacts *told = facts->told;
  guint minutes = told->stood_s / SECONDS_PER_MINUTE;

  if (minutes == 0)
    state->headline = g_strdup (_("On your feet"));
  else
    state->headline = g_strdup_printf (ngettext ("On your feet for %u minute",
                                                 "On your feet for %u minutes", minutes),
                                       minutes);
  state->detail = describe_next (facts, describe_change_due (count_minutes_left (told,
                                                                                 told->stood_s)));
  set_bar (state, told, told->stood_s);
}

static void
show_words (CoachReminderCardState *state,
            const char             *headline,
            const char             *detail)
{
  state->headline = g_strdup (headline);
  state->detail = g_strdup (detail);
}

static void
show_doing (CoachReminderCardState       *state,
            const CoachReminderCardFacts *facts,
            Doing                         doing)
{
  switch (doing)
    {
    case DOING_SITTING:
      show_sitting (state, facts);
      break;
    case DOING_UNKNOWN:
      show_unknown (state, facts);
      break;
    case DOING_AWAY:
      show_away (state, facts);
      break;
    case DOING_BREAK:
      show_words (state, _("On a break"), _("When you are back, counting begins anew."));
      break;
    case DOING_STANDING:
      show_standing (state, facts);
      break;
    case DOING_STAND:
      show_words (state, _("Standing for a minute"), _("Walk a few steps, or just stand."));
      break;
    case DOING_CHAIR:
      show_words (state, _("Moving in the chair"), _("It takes two minutes."));
      break;
    case DOING_SESSION:
      show_words (state, _("A session is running"), _("It counts as a break."));
      break;
    case DOING_NOT_TOLD:
    default:
      show_words (state, _("No answer from the reminder yet"), "");
      break;
    }
}

/* What makes sense to press. Which breaks are offered follows the notification's words. */
static void
find_buttons (CoachReminderCardState       *state,
              const CoachReminderCardFacts *facts,
              Doing                         doing)
{
  gboolean is_led = doing == DOING_STAND || doing == DOING_CHAIR;
  gboolean may_break = doing == DOING_SITTING || doing == DOING_UNKNOWN || doing == DOING_AWAY;

  state->can_stand = may_break && facts->manner != COACH_REMINDER_CANNOT_STAND;
  state->can_sit = doing == DOING_STANDING;
  state->can_resume = is_paused (facts->told);
  state->can_pause = !state->can_resume && !is_led && doing != DOING_NOT_TOLD
                     && doing != DOING_SESSION;
  state->offers_chair = may_break && !facts->is_barred;
  state->offers_stand = state->offers_chair && facts->manner == COACH_REMINDER_STAND_UP;
  state->can_end_break = is_led;
}

static void
show_running (CoachReminderCardState       *state,
              const CoachReminderCardFacts *facts)
{
  Doing doing = find_doing (facts->told->state);

  /* What it does is told before how long it has been sat. */
  if (!facts->told->has_spell && doing != DOING_BREAK && doing != DOING_SESSION)
    doing = DOING_NOT_TOLD;
  show_doing (state, facts, doing);
  find_buttons (state, facts, doing);
}

static void
show_not_running (CoachReminderCardState       *state,
                  const CoachReminderCardFacts *facts)
{
  if (facts->is_busy)
    show_words (state, _("Starting the reminder…"), "");
  else if (!facts->is_wanted)
    {
      show_words (state, _("Reminders are off"),
                  _("After a while of sitting, Lowtide can nudge you to stand up for a moment."));
      state->switch_label = _("Switch On Reminders");
    }
  else if (!facts->told->is_known)
    show_words (state, _("No answer from the reminder yet"), "");
  else
    {
      show_words (state, _("The reminder is not running"),
                  _("Reminders are switched on, but what gives them is not there."));
      state->switch_label = _("Start It");
    }
  state->can_switch_on = state->switch_label != NULL;
}

static void
show_offer (CoachReminderCardState *state,
            guint                   minutes,
            guint                   limit_s)
{
  if (minutes == 0)
    return;
  if (minutes * SECONDS_PER_MINUTE < limit_s)
    state->offer = g_strdup (_("While it is sore, shorter sitting may be kinder."));
  else
    state->offer = g_strdup (_("It has been quiet: longer sitting may be fine now."));
  state->offer_label = g_strdup_printf (ngettext ("Remind after %u minute",
                                                  "Remind after %u minutes", minutes),
                                        minutes);
}

static char *
describe_breaks (guint n_breaks)
{
  if (n_breaks == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u break today", "%u breaks today", n_breaks), n_breaks);
}

/**
 * coach_reminder_card_state_from:
 * @facts: what it depends on
 *
 * Finds what Today says of sitting: plainly, and without a word of breaks that were not taken
 * (safety.md, section 8).
 *
 * Returns: (transfer full): what to show
 */
CoachReminderCardState *
coach_reminder_card_state_from (const CoachReminderCardFacts *facts)
{
  CoachReminderCardState *state;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (facts->told != NULL && facts->now != NULL, NULL);

  state = g_new0 (CoachReminderCardState, 1);
  if (facts->told->is_running && facts->is_wanted)
    {
      show_running (state, facts);
      if (state->has_bar)
        show_offer (state, facts->offered_minutes, facts->told->limit_s);
    }
  else
    show_not_running (state, facts);
  state->breaks = describe_breaks (facts->n_breaks);
  return state;
}

/**
 * coach_reminder_card_state_free:
 * @state: (transfer full): what is shown
 *
 * Frees it.
 */
void
coach_reminder_card_state_free (CoachReminderCardState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->headline);
  g_free (state->detail);
  g_free (state->breaks);
  g_free (state->offer);
  g_free (state->offer_label);
  g_free (state);
}
