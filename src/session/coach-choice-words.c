#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-choice-private.h"

#include <glib/gi18n-lib.h>

static gboolean
decided (const CoachChoicePick *pick,
         CoachChoiceKey         key)
{
  return (pick->decided & (1u << key)) != 0;
}

/* Names of the person's own conditions that the routine was made for; those of the day are told
 * in other words. */
static char *
list_conditions (const CoachChoiceSituation *situation,
                 CoachRoutine               *routine)
{
  const char * const *ids = coach_profile_get_conditions (situation->facts->profile);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoachCondition *condition = coach_catalog_lookup_condition (situation->facts->catalog, ids[i]);

      if (condition != NULL && !g_str_equal (ids[i], COACH_BASE_CONDITION)
          && g_strv_contains (coach_routine_get_suits (routine), ids[i]))
        g_strv_builder_add (names, coach_condition_get_name (condition));
    }
  list = g_strv_builder_end (names);
  return list[0] != NULL ? g_strjoinv (C_ ("list", ", "), list) : NULL;
}

static const char *
explain_easing (const CoachChoiceSituation *situation)
{
  CoachDay *day = coach_profile_get_day (situation->facts->profile);

  if (day != NULL && coach_day_get_rest_factor (day) > 1)
    return _("Chosen because you are in a sorer spell: easing positions, longer rests.");
  if (situation->facts->trend == COACH_TREND_SPREADING)
    return _("Chosen because pain reaches further than before: easing positions and small moves.");
  return _("Chosen because you are in a sorer spell: easing positions and small moves.");
}

static const char *
explain_hour (const CoachChoiceSituation *situation,
              const CoachChoicePick      *pick)
{
  if (!decided (pick, COACH_CHOICE_KEY_HOUR)
      || coach_routine_get_time_of_day (pick->routine) != situation->time)
    return NULL;
  switch (situation->time)
    {
    case COACH_TIME_OF_DAY_MORNING:
      return _("Chosen because the day is young and this one is short and gentle.");
    case COACH_TIME_OF_DAY_EVENING:
      return _("Chosen because it is late and this one asks little.");
    case COACH_TIME_OF_DAY_ANY:
    default:
      return NULL;
    }
}

/* What is left when nothing about the person or the day decided. */
static const char *
explain_aim (const CoachChoiceSituation *situation,
             const CoachChoicePick      *pick)
{
  const char *hour = explain_hour (situation, pick);

  if (hour != NULL)
    return hour;
  if (coach_profile_get_place (situation->facts->profile) == COACH_PLACE_CHAIR)
    return _("Chosen because all of it is done sitting or standing.");
  if (decided (pick, COACH_CHOICE_KEY_MAIN))
    return _("Chosen because it works most on the deep buttock muscle.");
  if (decided (pick, COACH_CHOICE_KEY_LEFT_OUT) || decided (pick, COACH_CHOICE_KEY_REPLACED))
    return _("Chosen because the least in it has to change for you.");
  return _("Chosen because it fits what you told about yourself.");
}

static char *
explain_routine (const CoachChoiceSituation *situation,
                 const CoachChoicePick      *pick)
{
  const char * const *suits = coach_routine_get_suits (pick->routine);
  g_autofree char *conditions = NULL;

  if (situation->is_easing && g_strv_contains (suits, COACH_FLARE_CONDITION))
    return g_strdup (explain_easing (situation));
  if (situation->is_sore && coach_routine_get_level (pick->routine) == 1)
    return g_strdup (_("Chosen because today is a sore day and this one is gentle."));
  if (decided (pick, COACH_CHOICE_KEY_MADE_FOR))
    conditions = list_conditions (situation, pick->routine);
  if (conditions != NULL)
    /* Translators: %s is a list of conditions, as in "Osteoporosis, Knee problem" */
    return g_strdup_printf (_("Chosen because it was made with this in mind: %s."), conditions);
  if (decided (pick, COACH_CHOICE_KEY_QUIET))
    return g_strdup (_("Chosen because things are quiet, and strength may be built up bit by bit."));
  return g_strdup (explain_aim (situation, pick));
}

static char *
explain_history (const CoachChoicePick *pick)
{
  if (pick->passed_over == NULL)
    return NULL;
  if (pick->was_done_today)
    /* Translators: %s is the title of a routine */
    return g_strdup_printf (_("You have done “%s” today, so here is another one."),
                            coach_routine_get_title (pick->passed_over));
  /* Translators: %s is the title of a routine */
  return g_strdup_printf (_("You did “%s” on the last two days, so here is a change."),
                          coach_routine_get_title (pick->passed_over));
}

static char *
join_sentences (const char *first,
                const char *second,
                const char *third)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *sentences[] = { first, second, third };
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i] != NULL)
      g_strv_builder_add (builder, sentences[i]);
  list = g_strv_builder_end (builder);
  /* Translators: stands between whole sentences */
  return g_strjoinv (C_ ("sentences", " "), list);
}

static char *
describe_routine (const CoachChoiceSituation *situation,
                  const CoachChoicePick      *pick)
{
  g_autofree char *why = explain_routine (situation, pick);
  g_autofree char *history = explain_history (pick);
  const char *dose = NULL;

  if (pick->outlook.is_half_dose)
    dose = _("It is half a dose: half the repetitions and half the holds.");
  return join_sentences (why, history, dose);
}

static char *
describe_ease (const CoachChoiceSituation *situation)
{
  return join_sentences (
      _("Pain is strong today, so there is no session."),
      _("Change to a position that feels better, breathe slowly, or walk a little if that feels "
        "all right."),
      situation->time == COACH_TIME_OF_DAY_EVENING ? _("Check in again in the morning.")
                                                   : _("Check in again this evening."));
}

static char *
describe_block (const CoachChoiceSituation *situation)
{
  if (situation->facts->trend == COACH_TREND_URGENT)
    return g_strdup (_("Exercises are paused, because you noted something that a clinician should "
                       "look at today."));
  return join_sentences (_("Exercises are off until the warning-sign questions say otherwise."),
                         _("Look at them again to see what to do."), NULL);
}

static char *
describe_nothing (const CoachChoicePick *pick)
{
  if (pick->is_out_of_reach)
    return join_sentences (
        _("The routines that suit you need the floor, or things that you do not have."),
        _("You can tell what you have in the preferences."), NULL);
  return join_sentences (_("With what you told about yourself, none of the routines fits."),
                         _("A clinician can say which moves are right for you."), NULL);
}

/**
 * coach_choice_dup_words:
 * @situation: what there was to go by
 * @kind: what is good today
 * @pick: the routine, of the kinds routine and nothing
 *
 * Says what decided.
 *
 * Returns: (transfer full): one to three translated sentences
 */
char *
coach_choice_dup_words (const CoachChoiceSituation *situation,
                        CoachChoiceKind             kind,
                        const CoachChoicePick      *pick)
{
  switch (kind)
    {
    case COACH_CHOICE_ROUTINE:
      return describe_routine (situation, pick);
    case COACH_CHOICE_EASE:
      return describe_ease (situation);
    case COACH_CHOICE_REST:
      return join_sentences (_("Today is a rest day, so that what was stirred up can settle."),
                             _("Gentle walking is welcome, a little at a time."), NULL);
    case COACH_CHOICE_BLOCKED:
      return describe_block (situation);
    case COACH_CHOICE_NOTHING:
    default:
      return describe_nothing (pick);
    }
}
