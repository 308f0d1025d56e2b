/* The form that asks where it hurts, and the cards that come from its answers. */
#include <adwaita.h>

#include "coach-check-card.h"
#include "coach-flare-row.h"
#include "coach-pain-form.h"
#include "coach-pain-page.h"
#include "coach-picker.h"
#include "person-fixture.h"

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_picker (void)
{
  const char *const labels[] = { "One", "Two", "Three", NULL };
  CoachPicker *picker = g_object_ref_sink (g_object_new (COACH_TYPE_PICKER, "title", "Which?",
                                                         NULL));
  guint n_changes = 0;

  g_test_summary ("Nothing is picked until the person does, and then one alone");
  coach_picker_set_labels (picker, labels);
  g_signal_connect_swapped (picker, "notify::selected", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpint (coach_picker_get_selected (picker), ==, -1);
  coach_picker_set_selected (picker, 1);
  coach_picker_set_selected (picker, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (picker))),
                               TRUE);
  g_assert_cmpint (coach_picker_get_selected (picker), ==, 0);
  g_assert_cmpuint (n_changes, ==, 2);
  coach_picker_set_selected (picker, -1);
  g_assert_cmpint (coach_picker_get_selected (picker), ==, -1);
  coach_picker_set_selected (picker, 7);
  g_assert_cmpint (coach_picker_get_selected (picker), ==, -1);
  gtk_test_accessible_assert_role (picker, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_LABEL, "Which?");
  g_assert_finalize_object (picker);
}

/* Pain down to the left calf. */
static void
answer (CoachPainForm *form,
        int            back,
        int            leg)
{
  coach_picker_set_selected (get_child (form, "reach_picker"), COACH_RANK_CALF);
  coach_picker_set_selected (get_child (form, "sides_picker"), 0);
  coach_picker_set_selected (get_child (form, "back_picker"), back);
  coach_picker_set_selected (get_child (form, "leg_picker"), leg);
}

/* What does not apply is neither asked nor missed. */
static void
test_form (void)
{
  CoachPainForm *form = g_object_ref_sink (g_object_new (COACH_TYPE_PAIN_FORM, NULL));
  CoachPain pain;

  g_test_summary ("A form asks what applies, and is complete when that is answered");
  g_assert_false (gtk_widget_get_visible (get_child (form, "sides_box")));
  coach_picker_set_selected (get_child (form, "reach_picker"), COACH_RANK_CALF);
  g_assert_true (gtk_widget_get_visible (get_child (form, "leg_box")));
  g_assert_false (coach_pain_form_is_complete (form));
  coach_picker_set_selected (get_child (form, "sides_picker"), 1);
  coach_picker_set_selected (get_child (form, "back_picker"), 2);
  g_assert_false (coach_pain_form_is_complete (form));
  coach_picker_set_selected (get_child (form, "leg_picker"), 4);
  g_assert_true (coach_pain_form_is_complete (form));
  coach_pain_form_add_flag (form, COACH_PAIN_NUMBNESS, COACH_SIDE_NONE);
  pain = coach_pain_form_get_pain (form);
  g_assert_cmpuint (pain.scores[COACH_ZONE_CALF_RIGHT], ==, 4);
  g_assert_cmpuint (pain.scores[COACH_ZONE_BUTTOCK_RIGHT], ==, 2);
  g_assert_cmpint (pain.right, ==, COACH_PAIN_NUMBNESS);
  g_assert_cmpint (pain.left, ==, 0);
  coach_pain_form_clear (form);
  g_assert_false (coach_pain_form_is_complete (form));
  g_assert_false (gtk_check_button_get_active (get_child (form, "right_numb")));
  gtk_test_accessible_assert_property (get_child (form, "left_weak"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Really weak, left leg");
  g_assert_finalize_object (form);
}

static void
test_map (PersonFixture *fixture,
          gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  CoachPainForm *form = g_object_ref_sink (g_object_new (COACH_TYPE_PAIN_FORM, NULL));
  GtkWidget *map_button = get_child (form, "map_button");
  CoachPain pain;

  g_test_summary ("The body map stands in for the questions, and begins with what they said");
  coach_pain_form_set_guide (form, coach_catalog_get_pain_guide (catalog));
  g_signal_emit_by_name (map_button, "clicked");
  g_assert_false (coach_pain_form_is_complete (form));
  g_assert_false (gtk_widget_get_visible (get_child (form, "questions_box")));
  g_signal_emit_by_name (map_button, "clicked");
  g_assert_true (gtk_widget_get_visible (get_child (form, "questions_box")));

  answer (form, 2, 4);
  coach_pain_form_add_flag (form, COACH_PAIN_BURNING, COACH_SIDE_LEFT);
  g_signal_emit_by_name (map_button, "clicked");
  g_assert_true (coach_pain_form_is_complete (form));
  pain = coach_pain_form_get_pain (form);
  g_assert_cmpuint (pain.scores[COACH_ZONE_CALF_LEFT], ==, 4);
  g_assert_cmpint (pain.left, ==, COACH_PAIN_BURNING);
  coach_pain_form_clear (form);
  g_assert_true (gtk_widget_get_visible (get_child (form, "questions_box")));
  g_assert_false (coach_pain_form_is_complete (form));
  g_assert_finalize_object (form);
}

static void
test_page (PersonFixture *fixture,
           gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GtkWidget *page
      = g_object_ref_sink (coach_pain_page_new (coach_catalog_get_pain_guide (catalog)));
  gpointer form = get_child (page, "form");
  CoachPain last = person_fixture_make_pain (3, 1);
  guint n_answers = 0;

  g_test_summary ("One press says that it is as last time, where that is known");
  g_signal_connect_swapped (page, "answered", G_CALLBACK (count_cb), &n_answers);
  g_assert_cmpstr (gtk_label_get_text (get_child (form, "weak_label")), ==,
                   "Real weakness: the foot slaps or drags, you cannot go up on your heels or "
                   "tiptoes, or the leg gives way");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get_child (form, "anchors_label")),
                                   "0: no pain · 3: noticeable"));
  g_assert_false (gtk_widget_get_visible (get_child (page, "last_button")));
  coach_pain_page_set_last (COACH_PAIN_PAGE (page), &last);
  g_assert_true (gtk_widget_get_visible (get_child (page, "last_button")));
  g_signal_emit_by_name (get_child (page, "last_button"), "clicked");
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_cmpmem (coach_pain_page_get_pain (COACH_PAIN_PAGE (page)), sizeof last, &last,
                   sizeof last);
  g_assert_finalize_object (page);
}

static void
test_check_card (PersonFixture *fixture,
                 gconstpointer  user_data)
{
  CoachCheckCard *card = g_object_ref_sink (g_object_new (COACH_TYPE_CHECK_CARD, NULL));
  GtkWidget *window = gtk_window_new ();
  CoachPain before = person_fixture_make_pain (2, 2);
  const CoachDiarySession *session;

  g_test_summary ("A card asks with one press or a form, until all is said");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (card));
  coach_check_card_set_context (card, fixture->context);
  g_assert_false (gtk_widget_get_visible (get_child (card, "question_box")));
  person_fixture_do_session (fixture, &before);
  person_fixture_advance (fixture, 20);
  coach_check_card_update (card);
  g_assert_true (gtk_widget_get_visible (get_child (card, "question_box")));
  g_signal_emit_by_name (get_child (card, "same_button"), "clicked");
  g_assert_cmpstr (gtk_label_get_text (get_child (card, "question_label")), ==,
                   "How is it this morning?");

  g_signal_emit_by_name (get_child (card, "other_button"), "clicked");
  answer (get_child (card, "form"), 2, 4);
  g_signal_emit_by_name (get_child (card, "save_button"), "clicked");
  session = coach_diary_get_session (fixture->diary, 0);
  g_assert_cmpint (session->hour_after_colour, ==, COACH_PAIN_GREEN);
  g_assert_cmpint (session->morning_colour, ==, COACH_PAIN_AMBER);
  g_assert_false (gtk_widget_get_visible (get_child (card, "question_box")));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (card);
}

static void
test_flare_row (PersonFixture *fixture,
                gconstpointer  user_data)
{
  CoachFlareRow *row = g_object_ref_sink (g_object_new (COACH_TYPE_FLARE_ROW, NULL));
  GtkSwitch *toggle = get_child (row, "flare_switch");

  g_test_summary ("The switch follows flare-up mode and leads it");
  coach_flare_row_set_context (row, fixture->context);
  gtk_switch_set_active (toggle, TRUE);
  g_assert_nonnull (coach_profile_get_flare_since (fixture->profile));
  g_assert_true (coach_day_is_flare (coach_profile_get_day (fixture->profile)));
  coach_profile_set_flare_since (fixture->profile, NULL);
  g_assert_false (gtk_switch_get_active (toggle));
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pain-widgets/picker", test_picker);
  g_test_add_func ("/pain-widgets/form", test_form);
  g_test_add ("/pain-widgets/map", PersonFixture, NULL, person_fixture_set_up, test_map,
              person_fixture_tear_down);
  g_test_add ("/pain-widgets/page", PersonFixture, NULL, person_fixture_set_up, test_page,
              person_fixture_tear_down);
  g_test_add ("/pain-widgets/check-card", PersonFixture, NULL, person_fixture_set_up,
              test_check_card, person_fixture_tear_down);
  g_test_add ("/pain-widgets/flare-row", PersonFixture, NULL, person_fixture_set_up,
              test_flare_row, person_fixture_tear_down);
  return g_test_run ();
}
