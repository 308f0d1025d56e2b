/* What the warning signs show, whatever number is to be called. */
#include <glib.h>
#include <string.h>

#include "coach-warning-signs-state.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static guint
count_signs (GPtrArray  *groups,
             const char *question)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const CoachWarningGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; group->signs[j] != NULL; j++)
        n += g_str_equal (group->signs[j], question);
    }
  return n;
}

static void
test_signs (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachScreening *screening = coach_catalog_get_screening (catalog);
  g_autoptr (CoachWarningSignsState) state = NULL;

  g_test_summary ("Each urgent sign is there once, below what it asks for");
  state = coach_warning_signs_state_new (catalog, "999", "NHS 111");
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);

      g_assert_cmpuint (count_signs (state->now, question->question), ==,
                        question->outcome == COACH_SCREENING_EMERGENCY);
      g_assert_cmpuint (count_signs (state->today, question->question), ==,
                        question->outcome == COACH_SCREENING_SAME_DAY);
    }
}

static void
test_advice (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachWarningSignsState) state = NULL;
  const CoachWarningGroup *first;

  g_test_summary ("What is to be done is said once, with the numbers of the person");
  state = coach_warning_signs_state_new (catalog, "999", "NHS 111");
  first = g_ptr_array_index (state->now, 0);
  g_assert_cmpuint (g_strv_length (first->signs), >, 3);
  for (guint i = 0; i < state->now->len; i++)
    {
      const CoachWarningGroup *group = g_ptr_array_index (state->now, i);

      g_assert_nonnull (strstr (group->advice, "999"));
      g_assert_null (strchr (group->advice, '{'));
      g_assert_true (i == 0 || !g_str_equal (group->advice, first->advice));
    }
  g_assert_true (g_str_has_prefix (state->seek_help, "You can ask a doctor"));
}

static void
test_call (void)
{
  static const struct
  {
    const char *emergency;
    const char *call;
    gboolean    is_number;
  } rows[] = {
    { "999", "Call 999", TRUE },
    { "1-1-2", "Call 1-1-2", TRUE },
    { "your local emergency number", "Call your local emergency number", FALSE },
    { "the desk, 9", "Call the desk, 9", FALSE },
  };
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("A number is shown larger than words");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachWarningSignsState) state
          = coach_warning_signs_state_new (catalog, rows[i].emergency, "a doctor");

      g_assert_cmpstr (state->call, ==, rows[i].call);
      g_assert_cmpint (state->is_number, ==, rows[i].is_number);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/warning-signs/signs", test_signs);
  g_test_add_func ("/app/warning-signs/advice", test_advice);
  g_test_add_func ("/app/warning-signs/call", test_call);

  return g_test_run ();
}
