#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-phrases.h"

#include <glib/gi18n.h>

/* The phrases that several screens share, translated as wholes. */

static char *
describe_amount (const CoachDose *dose)
{
  if (dose->kind == COACH_DOSE_REPS)
    return g_strdup_printf (ngettext ("%u repetition", "%u repetitions", dose->reps), dose->reps);
  if (dose->seconds >= 120 && dose->seconds % 60 == 0)
    return g_strdup_printf (ngettext ("%u min", "%u min", dose->seconds / 60), dose->seconds / 60);
  /* Translators: an amount of time in seconds */
  return g_strdup_printf (ngettext ("%u s", "%u s", dose->seconds), dose->seconds);
}

/**
 * coach_phrases_describe_dose:
 * @dose: a dose
 * @per_side: whether it is done on each side
 *
 * Says how much of a movement is done, as in "30 s × 2 each side".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_phrases_describe_dose (const CoachDose *dose,
                             gboolean         per_side)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (dose != NULL, NULL);

  amount = describe_amount (dose);
  if (dose->sets == 1)
    /* Translators: %s is an amount such as "30 s" or "8 repetitions" */
    return per_side ? g_strdup_printf (_("%s each side"), amount) : g_steal_pointer (&amount);
  if (per_side)
    /* Translators: an amount and how many sets, as in "30 s × 2 each side" */
    return g_strdup_printf (_("%s × %u each side"), amount, dose->sets);
  /* Translators: an amount and how many sets, as in "30 s × 2" */
  return g_strdup_printf (_("%s × %u"), amount, dose->sets);
}

/**
 * coach_phrases_get_level:
 * @level: 1 to 3
 *
 * Names how much a movement or routine asks.
 *
 * Returns: (transfer none): a translated word
 */
const char *
coach_phrases_get_level (guint level)
{
  switch (level)
    {
    case 1:
      return C_ ("level", "gentle");
    case 2:
      return C_ ("level", "medium");
    default:
      return C_ ("level", "settled spells only");
    }
}

/**
 * coach_phrases_get_verdict:
 * @level: what the rules say
 *
 * Names a verdict, as on its badge.
 *
 * Returns: (transfer none): a translated word; empty when nothing speaks against it
 */
const char *
coach_phrases_get_verdict (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_CAUTION:
      return C_ ("verdict", "Caution");
    case COACH_VERDICT_AVOID:
      return C_ ("verdict", "Avoid");
    case COACH_VERDICT_ALLOW:
    default:
      return "";
    }
}

/**
 * coach_phrases_get_activity_verdict:
 * @verdict: what is said of an everyday activity
 *
 * Names what to make of an activity today, as on its badge.
 *
 * Returns: (transfer none): a translated word
 */
const char *
coach_phrases_get_activity_verdict (CoachActivityVerdict verdict)
{
  switch (verdict)
    {
    case COACH_ACTIVITY_GO:
      /* Translators: do it today */
      return C_ ("activity", "Go");
    case COACH_ACTIVITY_MODIFY:
      /* Translators: do it in another way today */
      return C_ ("activity", "Modify");
    case COACH_ACTIVITY_SKIP:
    default:
      /* Translators: leave it out today */
      return C_ ("activity", "Skip");
    }
}

/**
 * coach_phrases_describe_routine:
 * @routine: a routine
 *
 * Says in a line what a routine takes, as in "14 min · mat, cushion · medium".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_phrases_describe_routine (CoachRoutine *routine)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  return coach_phrases_describe_routine_in (routine, coach_routine_get_minutes (routine));
}

/**
 * coach_phrases_describe_routine_in:
 * @routine: a routine
 * @minutes: how long it takes the person today
 *
 * Says in a line what a routine takes when it is not as long as it usually is.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_phrases_describe_routine_in (CoachRoutine *routine,
                                   guint         minutes)
{
  g_autofree char *things = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  things = coach_term_join_names (COACH_TERM_EQUIPMENT, coach_routine_get_equipment (routine));
  time = g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
  /* Translators: minutes, what is needed, how much it asks: "14 min · mat, cushion · medium" */
  return g_strdup_printf (_("%s · %s · %s"), time,
                          *things != '\0' ? things : _("nothing needed"),
                          coach_phrases_get_level (coach_routine_get_level (routine)));
}

/**
 * coach_phrases_format_day:
 * @day: a local day
 *
 * Writes a day without its year, as in "5 December".
 *
 * Returns: (transfer full) (nullable): a translated phrase; %NULL when @day is not valid
 */
char *
coach_phrases_format_day (const GDate *day)
{
  char text[64];

  g_return_val_if_fail (day != NULL, NULL);

  if (!g_date_valid (day))
    return NULL;
  /* Translators: the day and the month, as strftime() writes them */
  if (g_date_strftime (text, sizeof text, C_ ("day", "%-d %B"), day) == 0)
    g_date_strftime (text, sizeof text, "%x", day);
  return g_strdup (text);
}

/**
 * coach_phrases_format_clock:
 * @remaining_us: microseconds
 *
 * Writes what is left as digits, as in "0:24". A begun second counts as a whole one, so that the
 * clock reaches 0:00 when the time is up.
 *
 * Returns: (transfer full): digits
 */
char *
coach_phrases_format_clock (gint64 remaining_us)
{
  gint64 seconds = (MAX (remaining_us, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;

  /* Translators: minutes and seconds left on a clock */
  return g_strdup_printf (C_ ("clock", "%d:%02d"), (int) (seconds / 60), (int) (seconds % 60));
}

/**
 * coach_phrases_describe_time_left:
 * @remaining_us: microseconds
 *
 * Says what is left in words, for those who listen.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_phrases_describe_time_left (gint64 remaining_us)
{
  guint seconds = (guint) ((MAX (remaining_us, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  if (seconds < 90)
    return g_strdup_printf (ngettext ("%u second left", "%u seconds left", seconds), seconds);
  seconds = (seconds + 30) / 60;
  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", seconds), seconds);
}
