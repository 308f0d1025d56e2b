#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-map-state.h"

#include <glib/gi18n.h>

/* A pause after which 0 no longer belongs to the 1 before it, in milliseconds. */
#define LONGEST_PAUSE_MS 1200

/* From which score on a zone is drawn stronger: where the anchors of pain.json change. */
#define STRONG_FROM 4
#define SEVERE_FROM 7

/**
 * coach_body_map_step:
 * @from: a zone
 * @step: which way
 *
 * Finds the zone that an arrow key leads to. Left is the person's left, in every script.
 *
 * Returns: the zone there; @from where there is none
 */
CoachZone
coach_body_map_step (CoachZone     from,
                     CoachBodyStep step)
{
  CoachSide side = coach_zone_get_side (from);
  guint rank = coach_zone_get_rank (from);

  switch (step)
    {
    case COACH_BODY_STEP_LEFT:
    case COACH_BODY_STEP_RIGHT:
      side = step == COACH_BODY_STEP_LEFT ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
      return coach_zone_at (side, MAX (rank, COACH_RANK_BUTTOCK));
    case COACH_BODY_STEP_UP:
      return coach_zone_at (side, MAX (rank - 1, COACH_RANK_BACK));
    case COACH_BODY_STEP_DOWN:
    default:
      if (side == COACH_SIDE_NONE)
        side = COACH_SIDE_LEFT;
      return coach_zone_at (side, MIN (rank + 1, COACH_RANK_FOOT));
    }
}

/**
 * coach_score_keys_press:
 * @self: what was typed before
 * @zone: the zone that the digit is for
 * @digit: 0 to 9
 * @now_ms: when, in milliseconds of a clock that only goes forward
 *
 * Takes a digit.
 *
 * Returns: the score that it makes, 0 to 10
 */
guint
coach_score_keys_press (CoachScoreKeys *self,
                        CoachZone       zone,
                        guint           digit,
                        guint32         now_ms)
{
  gboolean makes_ten;

  g_return_val_if_fail (self != NULL && digit <= 9, 0);

  makes_ten = digit == 0 && self->is_open && self->zone == zone
              && now_ms - self->began_ms <= LONGEST_PAUSE_MS;
  *self = (CoachScoreKeys) { .began_ms = now_ms, .zone = zone, .is_open = digit == 1 };
  return makes_ten ? COACH_PAIN_WORST : digit;
}

/**
 * coach_body_map_get_strength:
 * @score: 0 to 10
 *
 * Gets the style class of a zone.
 *
 * Returns: (transfer none): a class
 */
const char *
coach_body_map_get_strength (guint score)
{
  if (score == 0)
    return "calm";
  if (score < STRONG_FROM)
    return "mild";
  return score < SEVERE_FROM ? "strong" : "severe";
}

/**
 * coach_body_map_describe_zone:
 * @guide: the words
 * @zone: a zone
 * @score: how much it hurts there
 *
 * Says how much it hurts in a zone, as in "Left calf: 3 of 10".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_body_map_describe_zone (CoachPainGuide *guide,
                              CoachZone       zone,
                              guint           score)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);

  /* Translators: a zone of the body and how much it hurts there, as in "Left calf: 3 of 10" */
  return g_strdup_printf (_("%s: %u of 10"), coach_pain_guide_get_zone_name (guide, zone), score);
}

/**
 * coach_body_map_describe_flag:
 * @flag: one flag
 * @side: left or right
 *
 * Says in few words what a leg feels besides pain.
 *
 * Returns: (transfer none): a translated phrase
 */
const char *
coach_body_map_describe_flag (CoachPainFlags flag,
                              CoachSide      side)
{
  gboolean is_left = side == COACH_SIDE_LEFT;

  switch (flag)
    {
    case COACH_PAIN_NUMBNESS:
      return is_left ? _("Numb, tingling or dull, left leg") : _("Numb, tingling or dull, right leg");
    case COACH_PAIN_WEAKNESS:
      return is_left ? _("Really weak, left leg") : _("Really weak, right leg");
    case COACH_PAIN_BURNING:
    default:
      return is_left ? _("Burning or electric, left leg") : _("Burning or electric, right leg");
    }
}

/**
 * coach_body_map_get_flag_letter:
 * @flag: one flag
 *
 * Gets the mark that stands beside a leg on the map.
 *
 * Returns: (transfer none): a translated letter
 */
const char *
coach_body_map_get_flag_letter (CoachPainFlags flag)
{
  switch (flag)
    {
    case COACH_PAIN_NUMBNESS:
      /* Translators: one letter that stands for "Numb, tingling or dull" */
      return C_("letter", "N");
    case COACH_PAIN_WEAKNESS:
      /* Translators: one letter that stands for "Really weak" */
      return C_("letter", "W");
    case COACH_PAIN_BURNING:
    default:
      /* Translators: one letter that stands for "Burning or electric" */
      return C_("letter", "B");
    }
}

/**
 * coach_body_map_describe_anchors:
 * @guide: the words
 *
 * Says in a line what some of the scores mean.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_body_map_describe_anchors (CoachPainGuide *guide)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) anchors = NULL;

  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);

  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    {
      const char *meaning = coach_pain_guide_get_score_anchor (guide, score);
      g_autofree char *anchor = NULL;

      if (meaning == NULL)
        continue;
      /* Translators: a score from 0 to 10 and what it means, as in "5: hard to ignore" */
      anchor = g_strdup_printf (_("%u: %s"), score, meaning);
      g_strv_builder_add (builder, anchor);
    }
  anchors = g_strv_builder_end (builder);
  return g_strjoinv (C_("list", " · "), anchors);
}

static void
add_flags (GStrvBuilder   *builder,
           CoachPainFlags  flags,
           CoachSide       side)
{
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if ((flags & (1u << i)) != 0)
      g_strv_builder_add (builder,
                          coach_body_map_describe_flag ((CoachPainFlags) (1u << i), side));
}

/**
 * coach_body_map_describe_pain:
 * @guide: the words
 * @pain: where it hurts
 *
 * Says where it hurts and how much, from the back down.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_body_map_describe_pain (CoachPainGuide  *guide,
                              const CoachPain *pain)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);
  g_return_val_if_fail (pain != NULL, NULL);

  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    {
      g_autofree char *part = NULL;

      if (pain->scores[zone] == 0)
        continue;
      /* Translators: a zone of the body and how much it hurts there, as in "Left calf 3" */
      part = g_strdup_printf (_("%s %u"),
                              coach_pain_guide_get_zone_name (guide, (CoachZone) zone),
                              pain->scores[zone]);
      g_strv_builder_add (builder, part);
    }
  add_flags (builder, pain->left, COACH_SIDE_LEFT);
  add_flags (builder, pain->right, COACH_SIDE_RIGHT);
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? g_strjoinv (C_("list", " · "), parts) : g_strdup (_("No pain"));
}
