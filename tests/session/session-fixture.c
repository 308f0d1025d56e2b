#include "config.h"

#include "session-fixture.h"

#include <glib/gstdio.h>

CoachCatalog *
session_fixture_load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog;

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  return catalog;
}

const char *
session_fixture_get_id (CoachMovement *movement)
{
  return coach_move_get_id (COACH_MOVE (movement));
}

static char *
quote_equipment (GPtrArray *movements)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < movements->len; i++)
    {
      const char * const *ids = coach_movement_get_equipment (movements->pdata[i]);

      for (; *ids != NULL; ids++)
        {
          g_autofree char *id = g_strdup_printf ("\"%s\"", *ids);

          if (!g_ptr_array_find_with_equal_func (quoted, id, g_str_equal, NULL))
            g_ptr_array_add (quoted, g_steal_pointer (&id));
        }
    }
  g_ptr_array_add (quoted, NULL);
  return g_strjoinv (", ", (char **) quoted->pdata);
}

static char *
write_json (GPtrArray  *movements,
            const char *order)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autofree char *equipment = quote_equipment (movements);
  guint total_s = 0;

  for (guint i = 0; i < movements->len; i++)
    {
      CoachMovement *movement = movements->pdata[i];

      g_string_append_printf (steps, "%s{ \"movement\": \"%s\" }", i > 0 ? ", " : "",
                              session_fixture_get_id (movement));
      total_s += coach_dose_get_total_seconds (coach_movement_get_dose (movement),
                                               coach_movement_is_per_side (movement));
    }
  return g_strdup_printf ("{ \"id\": \"made-up\", \"title\": \"Made up\", \"goal\": \"Test.\","
                          "  \"level\": 3, \"equipment\": [%s], \"suits\": [\"sciatica\"],"
                          "  \"steps\": [%s], \"order\": \"%s\", \"before\": \"Test.\","
                          "  \"after\": \"Test.\", \"minutes\": %u }",
                          equipment, steps->str, order, MAX (1, (total_s + 30) / 60));
}

/* A routine of the movements named, with their own doses; @order is "fixed" or "any". */
CoachRoutine *
session_fixture_read_routine (CoachCatalog *catalog,
                              const char   *order,
                              ...)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "made-up.json", NULL);
  g_autoptr (GPtrArray) movements = g_ptr_array_new ();
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMove) move = NULL;
  CoachRoutine *routine = NULL;
  const char *id;
  va_list ids;

  va_start (ids, order);
  while ((id = va_arg (ids, const char *)) != NULL)
    g_ptr_array_add (movements, coach_catalog_lookup_movement (catalog, id));
  va_end (ids);

  json = write_json (movements, order);
  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  coach_catalog_read_file (catalog, path, &routine, &move, &error);
  g_assert_no_error (error);
  g_assert_nonnull (routine);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return routine;
}

CoachPlan *
session_fixture_make_plan (CoachCatalog *catalog,
                           const char   *routine)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GError) error = NULL;
  CoachPlan *plan;

  plan = coach_plan_new (coach_catalog_lookup_routine (catalog, routine), catalog, profile, NULL,
                         &error);
  g_assert_no_error (error);
  return plan;
}
