#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-plan-words.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* What becomes of a routine for one person, in words. */

/* Takes @sentence, which is for @n. */
static void
add_sentence (GStrvBuilder *builder,
              guint         n,
              char         *sentence)
{
  g_autofree char *owned = sentence;

  if (n > 0)
    g_strv_builder_add (builder, owned);
}

/**
 * coach_plan_words_describe_routine:
 * @routine: a routine
 * @outlook: what it comes to for the person
 *
 * Says in a line what a routine takes the person today, as in "7 min · mat, cushion · medium".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_plan_words_describe_routine (CoachRoutine           *routine,
                                   const CoachPlanOutlook *outlook)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);
  g_return_val_if_fail (outlook != NULL, NULL);

  if (outlook->loses_too_much)
    return coach_phrases_describe_routine (routine);
  return coach_phrases_describe_routine_in (routine, MAX ((outlook->total_s + 30) / 60, 1));
}

/**
 * coach_plan_words_describe_changes:
 * @outlook: what a routine comes to for the person
 *
 * Says how a routine is different for the person, as in "2 moves are replaced. 1 move is left out."
 *
 * Returns: (transfer full) (nullable): translated sentences; %NULL when nothing is
 */
char *
coach_plan_words_describe_changes (const CoachPlanOutlook *outlook)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  guint n;

  g_return_val_if_fail (outlook != NULL, NULL);

  if (outlook->loses_too_much)
    return g_strdup (_("Too little of it is left for you."));
  n = outlook->n_replaced;
  add_sentence (builder, n,
                g_strdup_printf (ngettext ("%u move is replaced.", "%u moves are replaced.", n), n));
  n = outlook->n_eased;
  add_sentence (builder, n,
                g_strdup_printf (ngettext ("%u move gives way to a gentler one.",
                                           "%u moves give way to gentler ones.", n), n));
  n = outlook->n_left_out;
  add_sentence (builder, n,
                g_strdup_printf (ngettext ("%u move is left out.", "%u moves are left out.", n),
                                 n));
  sentences = g_strv_builder_end (builder);
  /* Translators: stands between whole sentences */
  return sentences[0] != NULL ? g_strjoinv (C_ ("sentences", " "), sentences) : NULL;
}

/**
 * coach_plan_words_describe_outcome:
 * @became: (nullable): what is done instead of a movement
 *
 * Says what becomes of a movement that a plan departs from.
 *
 * Returns: (transfer full): a translated sentence
 */
char *
coach_plan_words_describe_outcome (CoachMovement *became)
{
  if (became == NULL)
    return g_strdup (_("It is left out of this session."));
  /* Translators: %s is the name of a movement */
  return g_strdup_printf (_("“%s” takes its place in this session."),
                          coach_move_get_name (COACH_MOVE (became)));
}

/**
 * coach_plan_words_get_refusal_title:
 * @error: why there is no plan
 *
 * Gets a heading for a routine that cannot be started.
 *
 * Returns: (transfer none): translated words
 */
const char *
coach_plan_words_get_refusal_title (CoachSessionError error)
{
  switch (error)
    {
    case COACH_SESSION_ERROR_RESTING:
      return _("Not today");
    case COACH_SESSION_ERROR_BLOCKED:
      return _("Exercises are off for now");
    case COACH_SESSION_ERROR_NOTHING_SAFE:
    case COACH_SESSION_ERROR_TOO_MUCH_LOST:
    default:
      return _("Not this one for now");
    }
}

/**
 * coach_plan_words_get_refusal:
 * @error: why there is no plan
 *
 * Says why a routine cannot be started.
 *
 * Returns: (transfer none): translated sentences
 */
const char *
coach_plan_words_get_refusal (CoachSessionError error)
{
  switch (error)
    {
    case COACH_SESSION_ERROR_RESTING:
      return _("Today is for rest, without a session. A position that feels better or a short walk "
               "may help.");
    case COACH_SESSION_ERROR_BLOCKED:
      return _("The warning-sign questions come first. Look at them again to see what to do.");
    case COACH_SESSION_ERROR_TOO_MUCH_LOST:
      return _("More than half of this routine is better left out for you now, and no other moves "
               "could take its place.");
    case COACH_SESSION_ERROR_NOTHING_SAFE:
    default:
      return _("With what you told about yourself, every move of this routine is better left out, "
               "and so are the moves that could take their place.");
    }
}
