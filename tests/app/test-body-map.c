/* The body map and the form around it, in a window. */
#include <adwaita.h>

#include "coach-body-form.h"
#include "coach-body-map.h"
#include "coach-body-zone.h"
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

static CoachPainGuide *
get_guide (PersonFixture *fixture)
{
  return coach_catalog_get_pain_guide (coach_app_context_get_catalog (fixture->context));
}

static gboolean
timed_out_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the window has a size and has been drawn once. */
static void
wait_for_frame (GtkWidget *widget)
{
  gboolean is_late = FALSE;
  guint id = g_timeout_add_seconds (20, timed_out_cb, &is_late);

  while (!is_late && (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_late);
  g_source_remove (id);
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 640);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (widget);
  return window;
}

/* As the keyboard would, through the controller of the map. */
static gboolean
press (CoachBodyMap *map,
       guint         keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, 0, &is_taken);
    }
  return is_taken;
}

static void
assert_focus (CoachBodyMap *map,
              CoachZone     zone)
{
  g_assert_true (gtk_widget_has_focus (coach_body_map_get_zone (map, zone)));
}

static void
test_keys (PersonFixture *fixture,
           gconstpointer  user_data)
{
  CoachBodyMap *map = g_object_ref_sink (g_object_new (COACH_TYPE_BODY_MAP, NULL));
  GtkWidget *window = NULL;
  guint n_changes = 0;

  g_test_summary ("Arrows lead from zone to zone, digits score, Delete clears");
  coach_body_map_set_guide (map, get_guide (fixture));
  g_signal_connect_swapped (map, "pain-changed", G_CALLBACK (count_cb), &n_changes);
  window = show (GTK_WIDGET (map));
  gtk_widget_grab_focus (coach_body_map_get_zone (map, COACH_ZONE_LOW_BACK));
  g_assert_true (press (map, GDK_KEY_2));
  g_assert_true (press (map, GDK_KEY_Down));
  assert_focus (map, COACH_ZONE_BUTTOCK_LEFT);
  g_assert_true (press (map, GDK_KEY_Down));
  g_assert_true (press (map, GDK_KEY_Right));
  assert_focus (map, COACH_ZONE_THIGH_RIGHT);
  g_assert_true (press (map, GDK_KEY_1));
  g_assert_true (press (map, GDK_KEY_0));
  g_assert_cmpuint (coach_body_map_get_pain (map)->scores[COACH_ZONE_LOW_BACK], ==, 2);
  g_assert_cmpuint (coach_body_map_get_pain (map)->scores[COACH_ZONE_THIGH_RIGHT], ==, 10);
  g_assert_true (press (map, GDK_KEY_Delete));
  g_assert_cmpuint (coach_body_map_get_pain (map)->scores[COACH_ZONE_THIGH_RIGHT], ==, 0);
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_false (press (map, GDK_KEY_a));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (map);
}

static void
test_accessible (PersonFixture *fixture,
                 gconstpointer  user_data)
{
  CoachBodyMap *map = g_object_ref_sink (g_object_new (COACH_TYPE_BODY_MAP, NULL));
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_LEFT] = 3 }, .right = COACH_PAIN_WEAKNESS };
  GtkWidget *calf = coach_body_map_get_zone (map, COACH_ZONE_CALF_LEFT);

  g_test_summary ("Each zone is a button that says its name and score");
  coach_body_map_set_guide (map, get_guide (fixture));
  coach_body_map_set_pain (map, &pain);
  gtk_test_accessible_assert_role (map, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    gtk_test_accessible_assert_role (coach_body_map_get_zone (map, (CoachZone) zone),
                                     GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_LABEL, "Left calf: 3 of 10");
  g_assert_true (gtk_widget_has_css_class (calf, "mild"));
  g_assert_finalize_object (map);
}

static double
get_middle_x (CoachBodyMap *map,
              CoachZone     zone)
{
  GtkWidget *button = coach_body_map_get_zone (map, zone);
  GdkRectangle middle;
  double x, y;

  coach_body_zone_get_middle (COACH_BODY_ZONE (button), &middle);
  g_assert_true (gtk_widget_translate_coordinates (button, GTK_WIDGET (map), middle.x, middle.y,
                                                   &x, &y));
  g_assert_true (gtk_widget_pick (GTK_WIDGET (map), x, y, GTK_PICK_DEFAULT) == button
                 || gtk_widget_is_ancestor (
                     gtk_widget_pick (GTK_WIDGET (map), x, y, GTK_PICK_DEFAULT), button));
  return x;
}

static void
test_sides (PersonFixture *fixture,
            gconstpointer  user_data)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();
  CoachBodyMap *map = NULL;
  GtkWidget *window = NULL;

  g_test_summary ("The person's left is on the left, in a script from right to left too");
  gtk_widget_set_default_direction (GPOINTER_TO_INT (user_data));
  map = g_object_ref_sink (g_object_new (COACH_TYPE_BODY_MAP, NULL));
  coach_body_map_set_guide (map, get_guide (fixture));
  window = show (GTK_WIDGET (map));
  for (guint rank = COACH_RANK_BUTTOCK; rank <= COACH_RANK_FOOT; rank++)
    g_assert_cmpfloat (get_middle_x (map, coach_zone_at (COACH_SIDE_LEFT, rank)), <,
                       get_middle_x (map, coach_zone_at (COACH_SIDE_RIGHT, rank)));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (before);
  g_assert_finalize_object (map);
}

static void
test_form (PersonFixture *fixture,
           gconstpointer  user_data)
{
  CoachBodyForm *form = g_object_ref_sink (g_object_new (COACH_TYPE_BODY_FORM, NULL));
  CoachBodyMap *map = get_child (form, "map");
  CoachPain pain = { .scores = { [COACH_ZONE_FOOT_LEFT] = 4 }, .left = COACH_PAIN_NUMBNESS };
  GtkWidget *window = NULL;
  guint n_changes = 0;

  g_test_summary ("Map and list show the same");
  coach_body_form_set_guide (form, get_guide (fixture));
  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), &n_changes);
  coach_body_form_set_pain (form, &pain);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpmem (coach_body_map_get_pain (map), sizeof pain, &pain, sizeof pain);
  window = show (GTK_WIDGET (form));
  gtk_widget_grab_focus (coach_body_map_get_zone (map, COACH_ZONE_FOOT_LEFT));
  g_assert_true (press (map, GDK_KEY_6));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (coach_body_form_get_pain (form)->scores[COACH_ZONE_FOOT_LEFT], ==, 6);
  g_assert_cmpint (coach_body_form_get_pain (form)->left, ==, COACH_PAIN_NUMBNESS);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (form);
}

static void
add_test (const char *path,
          void      (*test) (PersonFixture *, gconstpointer),
          gpointer    user_data)
{
  g_test_add (path, PersonFixture, user_data, person_fixture_set_up, test,
              person_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/body-map/keys", test_keys, NULL);
  add_test ("/body-map/accessible", test_accessible, NULL);
  add_test ("/body-map/sides/ltr", test_sides, GINT_TO_POINTER (GTK_TEXT_DIR_LTR));
  add_test ("/body-map/sides/rtl", test_sides, GINT_TO_POINTER (GTK_TEXT_DIR_RTL));
  add_test ("/body-map/form", test_form, NULL);
  return g_test_run ();
}
