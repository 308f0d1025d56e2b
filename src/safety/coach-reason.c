#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-reason-private.h"

#include <glib/gi18n-lib.h>

/* Reasons that no rule of the catalogue words. */

static char *
describe_move_order (CoachReasonKind kind)
{
  switch (kind)
    {
    case COACH_REASON_NEVER:
      return g_strdup (_("You chose to leave this move out for good."));
    case COACH_REASON_FORBIDDEN:
      return g_strdup (_("A clinician told you to leave this move out."));
    case COACH_REASON_ALLOWED:
      return g_strdup (_("A clinician allowed you this move, which would be left out otherwise. "
                         "Take care all the same."));
    case COACH_REASON_RULE:
    case COACH_REASON_LIMIT:
    case COACH_REASON_DAY:
    case COACH_REASON_BENCHED:
    case COACH_REASON_UNKNOWN:
    default:
      g_assert_not_reached ();
    }
}

/* What was said of a move, or of all moves with a trait. */
char *
coach_reason_describe_order (CoachReasonKind  kind,
                             CoachTrait      *trait)
{
  if (trait == NULL)
    return describe_move_order (kind);
  switch (kind)
    {
    case COACH_REASON_NEVER:
      /* Translators: what a move does to the body, as in "Gentle twist" */
      return g_strdup_printf (_("You chose to leave out moves with “%s” for good."),
                              coach_trait_get_name (trait));
    case COACH_REASON_FORBIDDEN:
      /* Translators: what a move does to the body, as in "Gentle twist" */
      return g_strdup_printf (_("A clinician told you to leave out moves with “%s”."),
                              coach_trait_get_name (trait));
    case COACH_REASON_ALLOWED:
      /* Translators: what a move does to the body, as in "Gentle twist" */
      return g_strdup_printf (_("A clinician allowed you moves with “%s”, which would be left out "
                                "otherwise. Take care all the same."),
                              coach_trait_get_name (trait));
    case COACH_REASON_RULE:
    case COACH_REASON_LIMIT:
    case COACH_REASON_DAY:
    case COACH_REASON_BENCHED:
    case COACH_REASON_UNKNOWN:
    default:
      g_assert_not_reached ();
    }
}

char *
coach_reason_describe_bench (const CoachBench *bench)
{
  char day[64];

  if (!g_date_valid (&bench->until))
    return g_strdup (_("It hurt more than once lately. Ask a physiotherapist about this one. It is "
                       "left out until you want it again."));
  /* Translators: the day and the month, as strftime() writes them */
  if (g_date_strftime (day, sizeof day, C_("day", "%-d %B"), &bench->until) == 0)
    g_date_strftime (day, sizeof day, "%x", &bench->until);
  /* Translators: a day, as in "5 December" */
  return g_strdup_printf (_("It hurt not long ago. It is left out until %s."), day);
}

char *
coach_reason_describe_day (CoachTrait *trait)
{
  /* Translators: what a move does to the body, as in "Nerve pulled or squeezed" */
  return g_strdup_printf (_("Your check-ins ask for an easier day, without “%s”."),
                          coach_trait_get_name (trait));
}

char *
coach_reason_describe_limit (const CoachLimit *limit)
{
  /* Translators: a few words, as in "no lying on the front" */
  return g_strdup_printf (_("Because of your warning-sign answers: %s."), limit->text);
}
