#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe_seconds (guint seconds)
{
  if (seconds >= 120 && seconds % 60 == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", seconds / 60), seconds / 60);
  return g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);
}

static char *
describe_amount (const CoachDose *dose)
{
  g_autofree char *time = describe_seconds (dose->seconds);

  switch (dose->kind)
    {
    case COACH_DOSE_HOLD:
      /* Translators: a length of time, as in "Hold 30 seconds" */
      return g_strdup_printf (_("Hold %s"), time);
    case COACH_DOSE_REPS:
      return g_strdup_printf (ngettext ("%u repetition", "%u repetitions", dose->reps), dose->reps);
    case COACH_DOSE_TIME:
    default:
      return g_steal_pointer (&time);
    }
}

static void
add_details (GPtrArray       *details,
             const CoachDose *dose,
             gboolean         per_side)
{
  guint n = dose->sets;
  g_autofree char *rest = describe_seconds (dose->rest_s);

  if (per_side && n == 1)
    g_ptr_array_add (details, g_strdup (_("once on each side")));
  else if (per_side)
    g_ptr_array_add (details, g_strdup_printf (ngettext ("%u time on each side",
                                                         "%u times on each side", n), n));
  else if (n > 1)
    g_ptr_array_add (details, g_strdup_printf (ngettext ("%u time", "%u times", n), n));
  if (n > 1 && dose->rest_s > 0)
    /* Translators: a length of time, as in "rest 10 seconds in between" */
    g_ptr_array_add (details, g_strdup_printf (_("rest %s in between"), rest));
}

static char **
list_sides (gboolean  per_side,
            CoachSide first)
{
  const char *left = C_ ("side", "Left");
  const char *right = C_ ("side", "Right");
  const char *sides[] = { first == COACH_SIDE_RIGHT ? right : left,
                          first == COACH_SIDE_RIGHT ? left : right, NULL };
  const char *none[] = { "", NULL };

  return g_strdupv ((char **) (per_side ? sides : none));
}

/**
 * coach_sheet_words_find_still:
 * @move: a move
 * @key: the name of one of its positions
 * @facts: what the sheet is made from
 *
 * Finds a picture of the kind that was asked for.
 *
 * Returns: (transfer full) (nullable): a path; %NULL when there is none
 */
char *
coach_sheet_words_find_still (CoachMove             *move,
                              const char            *key,
                              const CoachSheetFacts *facts)
{
  const char *id = coach_move_get_id (move);

  if (key == NULL)
    return NULL;
  switch (facts->pictures)
    {
    case COACH_SHEET_PICTURES_LINES:
      return coach_places_find_line_still (facts->places, id, key);
    case COACH_SHEET_PICTURES_COLOR:
      return coach_places_find_still (facts->places, id, key);
    case COACH_SHEET_PICTURES_NONE:
    default:
      return NULL;
    }
}

/* How a move begins, and what it is about. */
static void
add_stills (CoachSheetStep        *step,
            CoachMove             *move,
            const CoachSheetFacts *facts)
{
  const char * const *keys = coach_move_get_key_names (move);
  const char *main_key = coach_move_get_main_key (move);
  guint n = g_strv_length ((char **) keys);
  const char *pair[COACH_SHEET_STILLS] = { n > 0 ? keys[0] : NULL, main_key };

  if (g_strcmp0 (pair[0], pair[1]) == 0)
    pair[1] = n > 1 ? keys[n - 1] : NULL;
  for (guint i = 0; i < COACH_SHEET_STILLS; i++)
    {
      step->stills[i].path = coach_sheet_words_find_still (move, pair[i], facts);
      step->stills[i].caption = g_strdup (pair[i]);
    }
}

/**
 * coach_sheet_words_add_step:
 * @content: what the sheet says so far
 * @movement: a movement
 * @dose: how much of it
 * @side: the side that comes first
 * @facts: what the sheet is made from
 *
 * Adds a movement. Its words and pictures are of the side that comes first.
 *
 * Returns: (transfer none): the step
 */
CoachSheetStep *
coach_sheet_words_add_step (CoachSheetContent     *content,
                            CoachMovement         *movement,
                            const CoachDose       *dose,
                            CoachSide              side,
                            const CoachSheetFacts *facts)
{
  gboolean per_side = coach_movement_is_per_side (movement);
  CoachSide first = side == COACH_SIDE_RIGHT ? COACH_SIDE_RIGHT : COACH_SIDE_LEFT;
  CoachSheetStep *step
      = coach_sheet_content_add_step (content, coach_move_get_name (COACH_MOVE (movement)));

  add_stills (step, COACH_MOVE (movement), facts);
  step->is_mirrored = per_side && first == COACH_SIDE_RIGHT;
  step->amount = describe_amount (dose);
  add_details (step->details, dose, per_side);
  step->n_ticks = dose->sets;
  step->sides = list_sides (per_side, first);
  step->steps = g_strdupv ((char **) coach_movement_get_steps (movement, first));
  coach_sheet_notes_add (step->notes, _("Keep in mind:"), coach_movement_get_cue (movement, first));
  coach_sheet_notes_add (step->notes, _("Breathing:"), coach_movement_get_breathing (movement));
  coach_sheet_notes_add (step->notes, _("What you should feel, and where not:"),
                         coach_movement_get_feel (movement, first));
  return step;
}

/**
 * coach_sheet_words_add_care:
 * @step: a step
 * @verdict: what the rules say of it
 *
 * Says below the name of a move why it needs care, when it does.
 */
void
coach_sheet_words_add_care (CoachSheetStep *step,
                            CoachVerdict   *verdict)
{
  g_auto (GStrv) reasons = NULL;
  g_autofree char *text = NULL;

  if (coach_verdict_get_level (verdict) == COACH_VERDICT_ALLOW)
    return;
  reasons = coach_verdict_dup_reasons (verdict);
  /* Translators: stands between whole sentences */
  text = g_strjoinv (C_ ("sentences", " "), reasons);
  coach_sheet_notes_add (step->heads, _("With care:"), text);
}
