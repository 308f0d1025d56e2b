#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-hurts.h"

static const char *kind_ids[] = {
  [COACH_HURTS_KIND_NONE] = "none",         [COACH_HURTS_KIND_PULL] = "pull",
  [COACH_HURTS_KIND_ACHE] = "ache",         [COACH_HURTS_KIND_LEG] = "leg",
  [COACH_HURTS_KIND_BURNING] = "burning",   [COACH_HURTS_KIND_WEAK] = "weak",
  [COACH_HURTS_KIND_OTHER] = "other",
};

static const char *action_ids[] = {
  [COACH_HURTS_ACTION_NONE] = "none",
  [COACH_HURTS_ACTION_GO_ON] = "go-on",
  [COACH_HURTS_ACTION_EASIER] = "easier",
  [COACH_HURTS_ACTION_PAUSE_EASIER] = "pause-easier",
  [COACH_HURTS_ACTION_SKIP] = "skip",
  [COACH_HURTS_ACTION_END] = "end",
  [COACH_HURTS_ACTION_END_SAME_DAY] = "end-same-day",
  [COACH_HURTS_ACTION_END_EMERGENCY] = "end-emergency",
};

static gboolean
find_id (const char * const *ids,
         guint               n_ids,
         const char         *id,
         guint              *index)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static const CoachSafetyNumbers *
get_numbers (CoachCatalog *catalog)
{
  return coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog));
}

static void
decide (CoachHurtsState  *state,
        CoachHurtsAction  action)
{
  state->stage = COACH_HURTS_DONE;
  state->action = action;
}

static void
take_kind (CoachHurtsState *state,
           CoachHurtsKind   kind)
{
  state->kind = kind;
  switch (kind)
    {
    case COACH_HURTS_KIND_PULL:
      state->stage = COACH_HURTS_ASK_PULL;
      break;
    case COACH_HURTS_KIND_ACHE:
    case COACH_HURTS_KIND_LEG:
      state->stage = COACH_HURTS_ASK_SCORE;
      break;
    case COACH_HURTS_KIND_BURNING:
      state->stage = COACH_HURTS_SETTLE;
      break;
    case COACH_HURTS_KIND_WEAK:
      state->asks_screening = TRUE;
      decide (state, COACH_HURTS_ACTION_END_SAME_DAY);
      break;
    case COACH_HURTS_KIND_OTHER:
      state->asks_screening = TRUE;
      decide (state, COACH_HURTS_ACTION_END_EMERGENCY);
      break;
    case COACH_HURTS_KIND_NONE:
    default:
      break;
    }
}

/* The side whose leg hurt before, and the one that is said to be painful where that does not
 * tell. Which leg it is now is not asked: two taps lead to the decision. */
static CoachSide
pick_side (const CoachPain *before,
           CoachSide        side)
{
  gboolean left = coach_pain_get_reach (before, COACH_SIDE_LEFT, 1) >= COACH_RANK_THIGH;
  gboolean right = coach_pain_get_reach (before, COACH_SIDE_RIGHT, 1) >= COACH_RANK_THIGH;

  if (left != right)
    return left ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
  return side != COACH_SIDE_NONE ? side : COACH_SIDE_LEFT;
}

/* The score stands for all zones of the back, or for all of both legs. The back's goes to the low
 * back, which is no further down than anything. The leg's stays as far down as the pain was
 * before; where there was none worth counting, any is further down, from the thigh on. */
static CoachPain
put_score (const CoachPain *before,
           CoachHurtsKind   kind,
           CoachSide        side,
           guint            score)
{
  CoachPain now = *before;
  gboolean is_leg = kind == COACH_HURTS_KIND_LEG;

  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    if ((coach_zone_get_rank ((CoachZone) zone) >= COACH_RANK_THIGH) == is_leg)
      now.scores[zone] = 0;

  if (is_leg)
    {
      CoachSide painful = pick_side (before, side);
      guint rank = MAX (coach_pain_get_reach (before, painful, 1), COACH_RANK_THIGH);

      now.scores[coach_zone_at (painful, rank)] = score;
    }
  else
    {
      now.scores[COACH_ZONE_LOW_BACK] = score;
    }
  return now;
}

static void
take_colour (CoachHurtsState          *state,
             const CoachSafetyNumbers *numbers)
{
  switch (state->colour)
    {
    case COACH_PAIN_GREEN:
      state->stage = COACH_HURTS_ASK_GREEN;
      break;
    case COACH_PAIN_AMBER:
      if (!state->was_amber)
        {
          decide (state, COACH_HURTS_ACTION_PAUSE_EASIER);
          break;
        }
      state->bench_days = numbers->out_after_amber_twice_days;
      decide (state, COACH_HURTS_ACTION_SKIP);
      break;
    case COACH_PAIN_RED:
    case COACH_PAIN_SAME_DAY:
    default:
      state->bench_days = numbers->out_after_red_days;
      decide (state, COACH_HURTS_ACTION_END);
      break;
    }
}

static void
take_score (CoachHurtsState *state,
            CoachCatalog    *catalog,
            const CoachPain *pain_before,
            CoachSide        side,
            guint            score)
{
  CoachPain before = pain_before != NULL ? *pain_before : (CoachPain) { 0 };
  CoachPain now = put_score (&before, state->kind, side, score);

  state->has_score = TRUE;
  state->score = score;
  state->colour = coach_pain_judge_during (catalog, &before, &now);
  take_colour (state, get_numbers (catalog));
}

/* Burning that does not go is red, whatever its strength, so it leaves the move out for as long. */
static void
take_settled (CoachHurtsState *state,
              CoachCatalog    *catalog,
              gboolean         settled)
{
  if (settled)
    {
      state->bench_days = get_numbers (catalog)->out_after_burning_days;
      state->no_nerve_tension = TRUE;
      decide (state, COACH_HURTS_ACTION_SKIP);
      return;
    }

  state->bench_days = get_numbers (catalog)->out_after_red_days;
  state->rest_day = TRUE;
  state->asks_screening = TRUE;
  decide (state, COACH_HURTS_ACTION_END);
}

/* Who leaves while waiting whether the burning goes has not said that it did. */
static void
leave (CoachHurtsState *state,
       CoachCatalog    *catalog)
{
  if (state->stage == COACH_HURTS_SETTLE)
    take_settled (state, catalog, FALSE);
  else
    decide (state, COACH_HURTS_ACTION_END);
}

static void
choose (CoachHurtsState  *state,
        CoachHurtsAction  action)
{
  gboolean may_skip = state->stage == COACH_HURTS_ASK_PULL;

  if (may_skip || (state->stage == COACH_HURTS_ASK_GREEN && action != COACH_HURTS_ACTION_SKIP))
    decide (state, action);
}

/**
 * coach_hurts_state_after:
 * @before: where the dialogue is; zeroed at its beginning, but for `was_amber`
 * @catalog: a catalogue, whose guide has the limits
 * @pain_before: (nullable): where it hurt at the start of the session; %NULL for nowhere, which
 *   is the careful reading
 * @side: the side that is said to be painful
 * @event: what the person does
 * @value: the [enum@HurtsKind] of a kind, 0 to %COACH_PAIN_WORST of a score; else ignored
 *
 * Finds where the "It hurts" dialogue is after an event. An event that makes no sense at a stage,
 * or whose value is out of range, changes nothing. Leaving ends the session at any stage.
 *
 * Returns: the state after
 */
CoachHurtsState
coach_hurts_state_after (const CoachHurtsState *before,
                         CoachCatalog          *catalog,
                         const CoachPain       *pain_before,
                         CoachSide              side,
                         CoachHurtsEvent        event,
                         guint                  value)
{
  CoachHurtsState state = *before;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), *before);

  if (state.stage == COACH_HURTS_DONE)
    return state;
  switch (event)
    {
    case COACH_HURTS_EVENT_KIND:
      if (state.stage == COACH_HURTS_ASK_KIND)
        take_kind (&state, (CoachHurtsKind) value);
      break;
    case COACH_HURTS_EVENT_SCORE:
      if (state.stage == COACH_HURTS_ASK_SCORE && value <= COACH_PAIN_WORST)
        take_score (&state, catalog, pain_before, side, value);
      break;
    case COACH_HURTS_EVENT_GO_ON:
      choose (&state, COACH_HURTS_ACTION_GO_ON);
      break;
    case COACH_HURTS_EVENT_EASIER:
      choose (&state, COACH_HURTS_ACTION_EASIER);
      break;
    case COACH_HURTS_EVENT_SKIP:
      choose (&state, COACH_HURTS_ACTION_SKIP);
      break;
    case COACH_HURTS_EVENT_SETTLED:
    case COACH_HURTS_EVENT_NOT_SETTLED:
      if (state.stage == COACH_HURTS_SETTLE)
        take_settled (&state, catalog, event == COACH_HURTS_EVENT_SETTLED);
      break;
    case COACH_HURTS_EVENT_LEAVE:
      leave (&state, catalog);
      break;
    default:
      g_return_val_if_reached (*before);
    }
  return state;
}

/**
 * coach_hurts_kind_get_id:
 * @kind: what it feels like
 *
 * Gets the name of a kind as it stands in JSON.
 *
 * Returns: (transfer none): a word, such as `burning`
 */
const char *
coach_hurts_kind_get_id (CoachHurtsKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_ids), NULL);

  return kind_ids[kind];
}

/**
 * coach_hurts_kind_from_id:
 * @id: a word
 * @kind: (out): gets the kind of that name
 *
 * Finds the kind of a name in JSON.
 *
 * Returns: %FALSE when there is none
 */
gboolean
coach_hurts_kind_from_id (const char     *id,
                          CoachHurtsKind *kind)
{
  guint index;

  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  if (!find_id (kind_ids, G_N_ELEMENTS (kind_ids), id, &index))
    return FALSE;
  *kind = (CoachHurtsKind) index;
  return TRUE;
}

/**
 * coach_hurts_action_get_id:
 * @action: what follows
 *
 * Gets the name of an action as it stands in JSON.
 *
 * Returns: (transfer none): a word in kebab-case, such as `pause-easier`
 */
const char *
coach_hurts_action_get_id (CoachHurtsAction action)
{
  g_return_val_if_fail ((guint) action < G_N_ELEMENTS (action_ids), NULL);

  return action_ids[action];
}

/**
 * coach_hurts_action_from_id:
 * @id: a word
 * @action: (out): gets the action of that name
 *
 * Finds the action of a name in JSON.
 *
 * Returns: %FALSE when there is none
 */
gboolean
coach_hurts_action_from_id (const char       *id,
                            CoachHurtsAction *action)
{
  guint index;

  g_return_val_if_fail (id != NULL && action != NULL, FALSE);

  if (!find_id (action_ids, G_N_ELEMENTS (action_ids), id, &index))
    return FALSE;
  *action = (CoachHurtsAction) index;
  return TRUE;
}
