/* Which moves the library shows for what is typed and which chip is pressed. */
#include <glib.h>

#include "coach-moves-page-state.h"

typedef struct
{
  const char *words;
  const char *chip;       /* NULL for all */
  const char *condition;  /* NULL for none besides the base one */
  const char *first;      /* id of the first move; NULL when nothing is shown */
  const char *warning;    /* id; NULL for none */
  const char *substitute; /* id of the first; NULL for none */
} Row;

static const Row rows[] = {
  { "", NULL, NULL, "child-pose-supported", NULL, NULL },
  { "   ", NULL, NULL, "child-pose-supported", NULL, NULL },
  { "", "foam-rolling", NULL, "ball-wall-piriformis", NULL, NULL },
  { "", "avoid", NULL, "back-pocket-wallet", NULL, NULL },
  { "", "avoid", "knee-problem", "child-pose-supported", NULL, NULL },
  { "toe touches", NULL, NULL, "standing-toe-touch", "standing-toe-touch", "hip-hinge-practice" },
  { "touch your toes", NULL, NULL, "standing-toe-touch", "standing-toe-touch",
    "hip-hinge-practice" },
  { " Uttanasana ", NULL, NULL, "standing-toe-touch", "standing-toe-touch", "hip-hinge-practice" },
  { "downdog", NULL, NULL, "downward-dog", "downward-dog", "table-lean" },
  /* A chip filters the cards, and never the warning. */
  { "toe touches", "stretch", NULL, NULL, "standing-toe-touch", "hip-hinge-practice" },
  { "toe touches", "avoid", NULL, "standing-toe-touch", "standing-toe-touch",
    "hip-hinge-practice" },
  /* Two letters are too few to warn of anything. */
  { "to", NULL, NULL, "russian-twist", NULL, NULL },
  { "bridge", NULL, NULL, "bridge", NULL, NULL },
  /* Who looks for a muscle asked for no move in particular. */
  { "piriformis", NULL, NULL, "back-pocket-wallet", NULL, NULL },
  { "hamstring stretch", NULL, NULL, "leg-up-hamstring-stretch",
    "leg-up-hamstring-stretch", "figure-four-supine" },
  { "qwertyuiop", NULL, NULL, NULL, NULL, NULL },
};

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static const char *
get_first_id (GPtrArray *moves)
{
  return moves->len > 0 ? coach_move_get_id (g_ptr_array_index (moves, 0)) : NULL;
}

static void
check_row (CoachCatalog *catalog,
           const Row    *row)
{
  const char *conditions[] = { row->condition, NULL };
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachMovesPageState) state = NULL;

  g_test_message ("\"%s\" under %s", row->words, row->chip != NULL ? row->chip : "all");
  coach_profile_set_conditions (profile, conditions);
  state = coach_moves_page_state_from (catalog, profile, row->words, row->chip);
  g_assert_cmpstr (get_first_id (state->moves), ==, row->first);
  g_assert_cmpstr (state->warning != NULL ? coach_move_get_id (state->warning) : NULL, ==,
                   row->warning);
  g_assert_cmpint (state->why != NULL, ==, row->warning != NULL);
  g_assert_cmpstr (get_first_id (state->substitutes), ==, row->substitute);
}

static void
test_rows (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Words and chips show the right moves and the right warning");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (catalog, &rows[i]);
}

static void
test_everything_once (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachMovesPageState) all = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_test_summary ("Without words each move of the catalogue stands there once");
  all = coach_moves_page_state_from (catalog, profile, "", NULL);
  for (guint i = 0; i < all->moves->len; i++)
    g_assert_true (g_hash_table_add (seen, g_ptr_array_index (all->moves, i)));
  g_assert_cmpuint (all->moves->len, ==,
                    g_list_model_get_n_items (coach_catalog_get_movements (catalog))
                        + g_list_model_get_n_items (coach_catalog_get_avoid_entries (catalog)));
}

static void
test_chips (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GPtrArray) chips = coach_moves_page_list_chips (catalog);
  guint n = 0;

  g_test_summary ("Each movement lies under one chip, and no chip is empty");
  for (guint i = 0; i < chips->len; i++)
    {
      g_autoptr (CoachMovesPageState) state = NULL;

      state = coach_moves_page_state_from (catalog, profile, "", g_ptr_array_index (chips, i));
      g_assert_cmpuint (state->moves->len, >, 0);
      n += state->moves->len;
    }
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (coach_catalog_get_movements (catalog)));
}

/* A movement that is fine for most is warned of where the person's own rules speak against it. */
static void
test_own_rules_warn (void)
{
  static const char * const conditions[] = { "spinal-stenosis", NULL };
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachMovesPageState) before = NULL;
  g_autoptr (CoachMovesPageState) after = NULL;

  g_test_summary ("A movement that the person's rules forbid is warned of, with substitutes");
  before = coach_moves_page_state_from (catalog, profile, "press-up for the back", NULL);
  g_assert_null (before->warning);
  coach_profile_set_conditions (profile, conditions);
  after = coach_moves_page_state_from (catalog, profile, "press-up for the back", NULL);
  g_assert_nonnull (after->warning);
  g_assert_cmpstr (coach_move_get_id (after->warning), ==, "prone-press-up");
  for (guint i = 0; i < after->substitutes->len; i++)
    g_assert_cmpint (coach_catalog_get_level (catalog, conditions,
                                              g_ptr_array_index (after->substitutes, i)),
                     !=, COACH_VERDICT_AVOID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/moves-page-state/rows", test_rows);
  g_test_add_func ("/app/moves-page-state/everything-once", test_everything_once);
  g_test_add_func ("/app/moves-page-state/chips", test_chips);
  g_test_add_func ("/app/moves-page-state/own-rules-warn", test_own_rules_warn);
  return g_test_run ();
}
