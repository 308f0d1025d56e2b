/* The page of a check-in: what it saves, and what it leads to. */
#include <adwaita.h>

#include "coach-body-form.h"
#include "coach-checkin-page.h"
#include "person-fixture.h"

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
saved_cb (char       **reasons,
          const char  *reason)
{
  char *before = *reasons;

  *reasons = g_strconcat (before, "[", reason != NULL ? reason : "", "]", NULL);
  g_free (before);
}

static void
test_page (PersonFixture *fixture,
           gconstpointer  user_data)
{
  const CoachPain mild = { .scores = { [COACH_ZONE_CALF_LEFT] = 3 } };
  const CoachPain weak = { .left = COACH_PAIN_WEAKNESS };
  g_autofree char *reasons = g_strdup ("");
  GtkWidget *page = NULL;

  g_test_summary ("A page saves with one press what is as before, and says what must be asked");
  page = g_object_ref_sink (coach_checkin_page_new (fixture->context));
  g_signal_connect_swapped (page, "saved", G_CALLBACK (saved_cb), &reasons);
  g_assert_false (gtk_widget_get_visible (get_child (page, "last_box")));
  coach_body_form_set_pain (get_child (page, "form"), &mild);
  g_signal_emit_by_name (get_child (page, "save_button"), "clicked");
  g_assert_finalize_object (page);

  person_fixture_advance (fixture, 20);
  page = g_object_ref_sink (coach_checkin_page_new (fixture->context));
  g_signal_connect_swapped (page, "saved", G_CALLBACK (saved_cb), &reasons);
  g_assert_cmpstr (gtk_button_get_label (get_child (page, "same_button")), ==,
                   "Same as yesterday");
  g_signal_emit_by_name (get_child (page, "same_button"), "clicked");
  coach_body_form_set_pain (get_child (page, "form"), &weak);
  g_signal_emit_by_name (get_child (page, "save_button"), "clicked");
  g_assert_finalize_object (page);
  g_assert_cmpstr (reasons, ==, "[][][weak]");
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/checkin-page/page", PersonFixture, NULL, person_fixture_set_up, test_page,
              person_fixture_tear_down);
  return g_test_run ();
}
