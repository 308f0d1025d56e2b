#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-pack.h"

#include <glib/gi18n-lib.h>

#define LIMIT_NO_HEAT       "no-heat"
#define LIMIT_NO_ICE        "no-ice"
#define LIMIT_NO_TUMMY      "no-hot-pack-tummy"
#define CONDITION_PREGNANCY "pregnancy"

static const char *
get_limit (CoachPackKind kind)
{
  return kind == COACH_PACK_HEAT ? LIMIT_NO_HEAT : LIMIT_NO_ICE;
}

static const CoachPackNumbers *
get_numbers (const CoachPackFacts *facts,
             CoachPackKind         kind)
{
  return coach_safety_guide_get_pack (coach_catalog_get_safety_guide (facts->catalog), kind);
}

static void
add (GStrvBuilder *sentences,
     const char   *sentence)
{
  g_strv_builder_add (sentences, sentence);
}

static void
add_owned (GStrvBuilder *sentences,
           char         *sentence)
{
  g_autofree char *owned_sentence = sentence;

  g_strv_builder_add (sentences, owned_sentence);
}

/* Why each answer that stands for the limit speaks against a pack is what its advice says. */
static void
refuse_for_limit (GStrvBuilder         *refusals,
                  const CoachPackFacts *facts,
                  const char           *limit)
{
  gboolean found = FALSE;

  if (!g_strv_contains (coach_screening_decision_get_limits (facts->decision), limit))
    return;
  for (guint i = 0; i < coach_screening_decision_get_n_findings (facts->decision); i++)
    {
      const CoachScreeningFinding *finding;

      finding = coach_screening_decision_get_finding (facts->decision, i);
      if (finding->question == NULL
          || !g_strv_contains ((const char * const *) finding->question->limits, limit))
        continue;
      add (refusals, finding->question->advice);
      found = TRUE;
    }
  if (!found)
    add (refusals, _("Your answers to the warning-sign questions speak against it."));
}

static void
refuse_for_answers (GStrvBuilder         *refusals,
                    const CoachPackFacts *facts,
                    CoachPackKind         kind)
{
  if (facts->decision == NULL || !coach_screening_decision_is_complete (facts->decision))
    add (refusals, _("The warning-sign questions come first. They take about a minute."));
  else if (coach_screening_decision_is_blocked (facts->decision))
    add (refusals, _("Heat and cold are off because of a warning sign. See what to do about it "
                     "first."));
  else
    refuse_for_limit (refusals, facts, get_limit (kind));
}

static gboolean
is_numb (const CoachPackFacts *facts,
         CoachSide             side)
{
  CoachPainFlags flags = 0;

  if (facts->pain == NULL)
    return FALSE;
  if (side != COACH_SIDE_RIGHT)
    flags |= facts->pain->left;
  if (side != COACH_SIDE_LEFT)
    flags |= facts->pain->right;
  return (flags & COACH_PAIN_NUMBNESS) != 0;
}

/* The low back belongs to both sides. */
static void
refuse_for_numbness (GStrvBuilder         *refusals,
                     const CoachPackFacts *facts,
                     CoachSide             side)
{
  gboolean left = side != COACH_SIDE_RIGHT && is_numb (facts, COACH_SIDE_LEFT);
  gboolean right = side != COACH_SIDE_LEFT && is_numb (facts, COACH_SIDE_RIGHT);

  if (left && right)
    add (refusals, _("You marked numbness or tingling on both sides. No heat or ice on a numb "
                     "area: you may not feel a burn."));
  else if (left)
    add (refusals, _("You marked numbness or tingling on the left. No heat or ice on a numb "
                     "area: you may not feel a burn."));
  else if (right)
    add (refusals, _("You marked numbness or tingling on the right. No heat or ice on a numb "
                     "area: you may not feel a burn."));
}

static GDateTime *
get_end (const CoachPackUse *use)
{
  return g_date_time_add_seconds (use->began, use->length_s);
}

/* A clock that was set back leaves packs in the future: those that are near count all the same,
 * those that are far off would lock a person out for a year. */
static gboolean
is_within_gap (const CoachPackFacts *facts,
               const CoachPackUse   *use,
               GTimeSpan             gap)
{
  g_autoptr (GDateTime) end = get_end (use);
  GTimeSpan since = g_date_time_difference (facts->now, end);

  return ABS (since) < gap;
}

static gboolean
is_today (const CoachPackFacts *facts,
          const CoachPackUse   *use)
{
  g_autoptr (GDateTime) began = NULL;

  began = g_date_time_to_timezone (use->began, g_date_time_get_timezone (facts->now));
  return g_date_time_get_year (began) == g_date_time_get_year (facts->now)
         && g_date_time_get_day_of_year (began) == g_date_time_get_day_of_year (facts->now);
}

static guint
count_today (const CoachPackFacts *facts,
             CoachPackKind         kind)
{
  guint n = 0;

  for (guint i = 0; i < facts->n_earlier; i++)
    n += facts->earlier[i].kind == kind && is_today (facts, &facts->earlier[i]);
  return n;
}

static gboolean
refuse_for_day (GStrvBuilder         *refusals,
                const CoachPackFacts *facts,
                CoachPackKind         kind)
{
  guint most = get_numbers (facts, kind)->per_day;

  if (count_today (facts, kind) < most)
    return FALSE;
  if (kind == COACH_PACK_HEAT)
    add_owned (refusals,
               g_strdup_printf (ngettext ("%u warm pack a day is enough. The next is for tomorrow.",
                                          "%u warm packs a day are enough. The next is for "
                                          "tomorrow.", most),
                                most));
  else
    add_owned (refusals,
               g_strdup_printf (ngettext ("%u cold pack a day is enough. The next is for tomorrow.",
                                          "%u cold packs a day are enough. The next is for "
                                          "tomorrow.", most),
                                most));
  return TRUE;
}

/* When the newest of those that are too near is far enough away; NULL when none is. */
static GDateTime *
find_next_time (const CoachPackFacts *facts,
                CoachPackKind         kind)
{
  GTimeSpan gap = get_numbers (facts, kind)->gap_hours * G_TIME_SPAN_HOUR;
  GDateTime *next = NULL;

  for (guint i = 0; i < facts->n_earlier; i++)
    {
      g_autoptr (GDateTime) end = get_end (&facts->earlier[i]);
      g_autoptr (GDateTime) free_at = g_date_time_add (end, gap);

      if (facts->earlier[i].kind != kind || !is_within_gap (facts, &facts->earlier[i], gap))
        continue;
      if (next != NULL && g_date_time_compare (next, free_at) >= 0)
        continue;
      g_clear_pointer (&next, g_date_time_unref);
      next = g_date_time_to_timezone (free_at, g_date_time_get_timezone (facts->now));
    }
  return next;
}

/* The minute that is told must not lie before the time that is meant. */
static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) rounded = g_date_time_add (time, G_TIME_SPAN_MINUTE - 1);

  /* Translators: hours and minutes of a time of day, see strftime */
  return g_date_time_format (rounded, C_ ("time of day", "%H:%M"));
}

static void
refuse_for_gap (GStrvBuilder         *refusals,
                const CoachPackFacts *facts,
                CoachPackKind         kind)
{
  guint hours = get_numbers (facts, kind)->gap_hours;
  g_autoptr (GDateTime) next = find_next_time (facts, kind);
  g_autofree char *from = NULL;

  if (next == NULL)
    return;
  from = format_time (next);
  if (kind == COACH_PACK_HEAT)
    /* Translators: %2$s is a time of day */
    add_owned (refusals,
               g_strdup_printf (ngettext ("Leave %1$u hour between two warm packs: again from "
                                          "%2$s on.",
                                          "Leave %1$u hours between two warm packs: again from "
                                          "%2$s on.", hours),
                                hours, from));
  else
    /* Translators: %2$s is a time of day */
    add_owned (refusals,
               g_strdup_printf (ngettext ("Leave %1$u hour between two cold packs: again from "
                                          "%2$s on.",
                                          "Leave %1$u hours between two cold packs: again from "
                                          "%2$s on.", hours),
                                hours, from));
}

/**
 * coach_pack_dup_refusals:
 * @facts: what the rules look at
 * @kind: heat or cold
 * @side: where it is to go; %COACH_SIDE_NONE is the low back, which belongs to both sides
 *
 * Gets why a pack is not to be used now: warning signs, limits that follow from them, numb skin,
 * and packs that were on not long ago (safety.md, section 6). That two are never on at once is seen
 * to by [class@PackTimer].
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences, which may have
 *   {emergency} and {advice_line}; none when it may be used
 */
char **
coach_pack_dup_refusals (const CoachPackFacts *facts,
                         CoachPackKind         kind,
                         CoachSide             side)
{
  g_autoptr (GStrvBuilder) refusals = g_strv_builder_new ();

  g_return_val_if_fail (facts != NULL, NULL);

  refuse_for_answers (refusals, facts, kind);
  refuse_for_numbness (refusals, facts, side);
  if (!refuse_for_day (refusals, facts, kind))
    refuse_for_gap (refusals, facts, kind);
  return g_strv_builder_end (refusals);
}

/**
 * coach_pack_choose_side:
 * @facts: what the rules look at
 *
 * Gets where a pack may go. Where one side is numb it is the other.
 *
 * Returns: a side; %COACH_SIDE_NONE when nothing keeps it from any, or everything does
 */
CoachSide
coach_pack_choose_side (const CoachPackFacts *facts)
{
  gboolean left, right;

  g_return_val_if_fail (facts != NULL, COACH_SIDE_NONE);

  left = is_numb (facts, COACH_SIDE_LEFT);
  right = is_numb (facts, COACH_SIDE_RIGHT);
  if (left == right)
    return COACH_SIDE_NONE;
  return left ? COACH_SIDE_RIGHT : COACH_SIDE_LEFT;
}

static gboolean
is_pregnant (const CoachPackFacts *facts)
{
  return (facts->decision != NULL
          && g_strv_contains (coach_screening_decision_get_limits (facts->decision),
                              LIMIT_NO_TUMMY))
         || (facts->conditions != NULL
             && g_strv_contains (facts->conditions, CONDITION_PREGNANCY));
}

/**
 * coach_pack_dup_notes:
 * @facts: what the rules look at
 * @kind: heat or cold
 *
 * Gets what this person is to keep to where a pack may be used.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences
 */
char **
coach_pack_dup_notes (const CoachPackFacts *facts,
                      CoachPackKind         kind)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_return_val_if_fail (facts != NULL, NULL);

  switch (coach_pack_choose_side (facts))
    {
    case COACH_SIDE_LEFT:
      add (notes, _("On the left only: you marked numbness or tingling on the right."));
      break;
    case COACH_SIDE_RIGHT:
      add (notes, _("On the right only: you marked numbness or tingling on the left."));
      break;
    case COACH_SIDE_NONE:
    default:
      break;
    }
  if (kind == COACH_PACK_HEAT && is_pregnant (facts))
    add (notes, _("In pregnancy: warm only, and on the buttock, not on the tummy."));
  return g_strv_builder_end (notes);
}

/**
 * coach_pack_asks_whether_skin_is_normal:
 * @facts: what the rules look at
 * @kind: heat or cold
 *
 * Gets whether the other kind was on so shortly before that the skin may not be back to normal.
 *
 * Returns: whether to ask
 */
gboolean
coach_pack_asks_whether_skin_is_normal (const CoachPackFacts *facts,
                                        CoachPackKind         kind)
{
  g_return_val_if_fail (facts != NULL, TRUE);

  for (guint i = 0; i < facts->n_earlier; i++)
    {
      const CoachPackUse *use = &facts->earlier[i];

      if (use->kind != kind
          && is_within_gap (facts, use,
                            get_numbers (facts, use->kind)->gap_hours * G_TIME_SPAN_HOUR))
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_pack_dup_directions:
 * @kind: heat or cold
 *
 * Gets how a pack is used.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences
 */
char **
coach_pack_dup_directions (CoachPackKind kind)
{
  g_autoptr (GStrvBuilder) directions = g_strv_builder_new ();

  if (kind == COACH_PACK_HEAT)
    {
      add (directions, _("Take a shop-bought pack or a wheat bag, warmed as its maker says: warm, "
                         "not hot. Not a hot-water bottle."));
      add (directions, _("Keep clothing or a towel between the pack and your skin."));
    }
  else
    {
      add (directions, _("Take a gel pack or frozen peas in a damp cloth."));
      add (directions, _("Keep a damp towel between the pack and your skin."));
    }
  add (directions, _("Do not lie on it, do not fall asleep with it, and do not take it to bed for "
                     "the night."));
  return g_strv_builder_end (directions);
}

/**
 * coach_pack_dup_precautions:
 * @kind: heat or cold
 *
 * Gets what speaks against a pack and cannot be known from elsewhere.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated items of a list
 */
char **
coach_pack_dup_precautions (CoachPackKind kind)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  add (items, _("Broken, inflamed or scarred skin there"));
  add (items, _("Poor circulation, or diabetes with nerve trouble"));
  add (items, _("A swollen, warm calf"));
  add (items, _("A fever or an infection"));
  add (items, _("Cancer in that area, or radiotherapy there"));
  add (items, _("Feeling confused, or not being able to take the pack off alone"));
  add (items, _("A heat cream or a patch on the skin"));
  if (kind == COACH_PACK_HEAT)
    add (items, _("A knock or a fall in the last 48 hours"));
  else
    add (items, _("Raynaud’s, or an allergy to cold"));
  return g_strv_builder_end (items);
}
