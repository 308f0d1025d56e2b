/* The reach chart of one leg, by keyboard and in words. */
#include <adwaita.h>

#include "coach-reach-plot.h"
#include "coach-reach-view.h"

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static CoachReachView *
make_view (guint n_points)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (CoachReachPoint));
  CoachReachView *view = g_object_ref_sink (COACH_REACH_VIEW (coach_reach_view_new ()));
  GDate first_day;

  for (guint i = 0; i < n_points; i++)
    {
      CoachReachPoint point = { .day = i, .reach = 5 - MIN (i, 5), .score = 6 - MIN (i, 6) };

      g_array_append_val (points, point);
    }
  g_date_clear (&first_day, 1);
  g_date_set_dmy (&first_day, 9, 11, 2026);
  coach_reach_view_set_points (view, "Left leg", &first_day, 14, points);
  return view;
}

/* As GTK does it: to the controller of the widget that has the focus. */
static void
press (CoachReachView *view,
       guint           keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_child (view, "plot"));
  gboolean was_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &was_handled);
    }
  g_assert_true (was_handled);
}

static const char *
get_day (CoachReachView *view)
{
  return gtk_label_get_text (get_child (view, "day_label"));
}

static void
test_keys (void)
{
  CoachReachView *view = make_view (3);

  g_test_summary ("Keys go from day to day, and the line below says which and how it was.");

  press (view, GDK_KEY_Left);
  g_assert_cmpstr (get_day (view), ==, "11 November · Thigh · 4 of 10");
  press (view, GDK_KEY_Left);
  g_assert_cmpstr (get_day (view), ==, "10 November · Calf · 5 of 10");
  gtk_test_accessible_assert_property (get_child (view, "plot"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10 November · Calf · 5 of 10");
  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_Left);
  g_assert_cmpstr (get_day (view), ==, "9 November · Foot · 6 of 10");
  press (view, GDK_KEY_End);
  g_assert_cmpint (coach_reach_plot_get_selected (get_child (view, "plot")), ==, 2);
  g_assert_finalize_object (view);
}

static void
test_keys_rtl (void)
{
  CoachReachView *view = make_view (3);

  g_test_summary ("Where time runs to the left, so do the keys.");

  gtk_widget_set_direction (get_child (view, "plot"), GTK_TEXT_DIR_RTL);
  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_Left);
  g_assert_cmpstr (get_day (view), ==, "10 November · Calf · 5 of 10");
  g_assert_finalize_object (view);
}

static void
test_words (void)
{
  CoachReachView *view = make_view (3);

  g_test_summary ("Before a day is picked, the chart says where the line begins and ends.");

  gtk_test_accessible_assert_role (get_child (view, "plot"), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      get_child (view, "plot"), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Left leg, 3 days: Foot on 9 November, Thigh on 11 November");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Left leg");
  g_assert_finalize_object (view);
}

static void
test_table (void)
{
  CoachReachView *view = make_view (3);
  GtkWidget *table, *row, *cell;

  g_test_summary ("The same days are a table, the newest first.");

  gtk_expander_set_expanded (get_child (view, "expander"), TRUE);
  table = gtk_expander_get_child (get_child (view, "expander"));
  gtk_test_accessible_assert_role (table, GTK_ACCESSIBLE_ROLE_TABLE);
  row = gtk_widget_get_first_child (table);
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (row),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  row = gtk_widget_get_next_sibling (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  cell = gtk_widget_get_first_child (row);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_CELL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "11 Nov");
  g_assert_finalize_object (view);
}

static void
test_empty (void)
{
  CoachReachView *view = make_view (0);

  g_test_summary ("Without a check-in it says so, keys do nothing, and there is no table.");

  press (view, GDK_KEY_Left);
  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_End);
  g_assert_cmpstr (get_day (view), ==, "No check-in in this time");
  g_assert_false (gtk_widget_get_visible (get_child (view, "expander")));
  g_assert_finalize_object (view);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/reach-view/keys", test_keys);
  g_test_add_func ("/reach-view/keys-rtl", test_keys_rtl);
  g_test_add_func ("/reach-view/words", test_words);
  g_test_add_func ("/reach-view/table", test_table);
  g_test_add_func ("/reach-view/empty", test_empty);

  return g_test_run ();
}
