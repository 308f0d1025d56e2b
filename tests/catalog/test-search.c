/* People type the name they were told, not the one the file has. */
#include <glib.h>

#include "catalog.h"

typedef struct
{
  const char *words;
  const char *first; /* id of the best answer; NULL when there is none */
} Case;

static const Case cases[] = {
  { "toe touch", "standing-toe-touch" },
  { "toe touches", "standing-toe-touch" },
  { "Toe-Touch", "standing-toe-touch" },
  { "touching toes", "standing-toe-touch" },
  { "uttanasana", "standing-toe-touch" },
  { "UTTANÂSANA", "standing-toe-touch" },
  { "downdog", "downward-dog" },
  { "down dog", "downward-dog" },
  { "downward facing dog", "downward-dog" },
  { "sit up", "straight-leg-sit-up" },
  { "situps", "straight-leg-sit-up" },
  { "sit-ups", "straight-leg-sit-up" },
  { "crunch", "straight-leg-sit-up" },
  { "squats", "loaded-squat" },
  { "dead lift", "deadlift" },
  { "hamstring stretch", "leg-up-hamstring-stretch" },
  { "plough", "plow-pose" },
  { "kettelbell", "kettlebell-swing" },
  { "bridge", "bridge" },
  { "brigde", "bridge" },
  { "lying figure four", "figure-four-supine" },
  { "cat camel", "cat-camel" },
  { "catcamel", "cat-camel" },
  { "diaphragm", "belly-breathing" },
  { "xyzzy", NULL },
  { "", NULL },
  { "   ", NULL },
  { "?!", NULL },
};

static CoachCatalog *catalog; /* read once: with sanitizers it takes a second */

static void
test_first (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) found = coach_catalog_search (catalog, c->words);

  if (c->first == NULL)
    g_assert_cmpuint (found->len, ==, 0);
  else
    {
      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (coach_move_get_id (g_ptr_array_index (found, 0)), ==, c->first);
    }
}

static void
test_muscle (void)
{
  g_autoptr (GPtrArray) found = coach_catalog_search (catalog, "Piriformis");
  guint stretches = 0;

  g_test_summary ("A muscle finds the movements that work on it");
  for (guint i = 0; i < found->len; i++)
    stretches += g_str_has_prefix (coach_move_get_id (g_ptr_array_index (found, i)), "figure-four");
  g_assert_cmpuint (stretches, ==, 3);
}

static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (100000, 'a');
  g_autoptr (GPtrArray) found = coach_catalog_search (catalog, endless);

  g_test_summary ("A page of letters finds nothing and harms nothing");
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoachCatalog) loaded = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  loaded = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  catalog = loaded;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalog/search/%02u %s", i, cases[i].words);

      g_test_add_data_func (g_strdelimit (path, "?!", '.'), &cases[i], test_first);
    }
  g_test_add_func ("/catalog/search/muscle", test_muscle);
  g_test_add_func ("/catalog/search/hostile", test_hostile);

  return g_test_run ();
}
