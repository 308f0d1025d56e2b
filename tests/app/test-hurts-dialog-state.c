#include <glib.h>

#include "coach-hurts-dialog-state.h"

static CoachCatalog *catalog;

static CoachMovement *
lookup (const char *id)
{
  return coach_catalog_lookup_movement (catalog, id);
}

static void
check_screen (CoachHurtsStage  stage,
              gboolean         in_session,
              const char      *question,
              const char      *labels)
{
  CoachHurtsState hurts = { .stage = stage };
  g_autoptr (CoachHurtsDialogState) state = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  state = coach_hurts_dialog_state_new (catalog, &hurts, lookup ("bridge"), in_session);
  for (guint i = 0; i < state->choices->len; i++)
    g_string_append_printf (shown, "%s%s", i > 0 ? " | " : "",
                            g_array_index (state->choices, CoachHurtsChoice, i).label);
  g_assert_cmpstr (state->question, ==, question);
  g_assert_cmpstr (shown->str, ==, labels);
  g_assert_cmpint (state->asks_score, ==, stage == COACH_HURTS_ASK_SCORE);
  g_assert_cmpint (state->counts_down, ==, stage == COACH_HURTS_SETTLE);
}

static void
test_screens (void)
{
  const char *pull = coach_safety_guide_get_text (coach_catalog_get_safety_guide (catalog),
                                                  COACH_SAFETY_TEXT_PULL);

  g_test_summary ("Each stage asks one thing, in the words of safety.md");
  check_screen (COACH_HURTS_ASK_KIND, TRUE, "What is it like?",
                "Pulling, stretching, tired muscle | Ache in the back or buttock | "
                "Pain down the leg | Burning, electric, tingling or numb | Weak or giving way | "
                "Something else is wrong");
  check_screen (COACH_HURTS_ASK_PULL, TRUE, pull, "Go on | Easier | Skip");
  check_screen (COACH_HURTS_ASK_PULL, FALSE, pull, "Leave it as it is | Show me an easier one");
  check_screen (COACH_HURTS_ASK_SCORE, TRUE, "How strong is it now, 0 to 10?",
                "0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10");
  check_screen (COACH_HURTS_ASK_GREEN, TRUE, "Go on, or an easier one?", "Go on | Easier");
  check_screen (COACH_HURTS_SETTLE, TRUE,
                "Has it gone back to how it was before, after a minute?",
                "Yes, it has gone back | No, it is still there");
}

/* Two taps or keys lead from any first answer to a decision. */
static void
test_two_taps (void)
{
  CoachHurtsState start = { 0 };
  g_autoptr (CoachHurtsDialogState) screen = NULL;

  g_test_summary ("Two taps are enough, but for the question whether to go on");
  screen = coach_hurts_dialog_state_new (catalog, &start, lookup ("bridge"), TRUE);
  for (guint i = 0; i < screen->choices->len; i++)
    {
      const CoachHurtsChoice *kind = &g_array_index (screen->choices, CoachHurtsChoice, i);
      CoachHurtsState first = coach_hurts_state_after (&start, catalog, NULL, COACH_SIDE_NONE,
                                                       kind->event, kind->value);
      g_autoptr (CoachHurtsDialogState) next = NULL;

      next = coach_hurts_dialog_state_new (catalog, &first, lookup ("bridge"), TRUE);
      for (guint j = 0; j < next->choices->len; j++)
        {
          const CoachHurtsChoice *choice = &g_array_index (next->choices, CoachHurtsChoice, j);
          CoachHurtsState second = coach_hurts_state_after (&first, catalog, NULL,
                                                            COACH_SIDE_NONE, choice->event,
                                                            choice->value);

          g_assert_true (second.stage == COACH_HURTS_DONE
                         || second.stage == COACH_HURTS_ASK_GREEN);
        }
    }
}

static void
test_breath (void)
{
  g_test_summary ("The breath goes in for four seconds and out for six");
  for (guint second = 0; second < 60; second++)
    g_assert_cmpstr (coach_hurts_dialog_get_breath (second), ==,
                     second % 10 < 4 ? "Breathe in through the nose" : "Breathe out slowly");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/hurts-dialog-state/screens", test_screens);
  g_test_add_func ("/hurts-dialog-state/two-taps", test_two_taps);
  g_test_add_func ("/hurts-dialog-state/breath", test_breath);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
