/* Every screen with text twice as large: nothing is cut off, and all of it fits or scrolls. */
#include "screens-fixture.h"

#define TIMES 2
#define DPI (96 * 1024)

/* Half of the screen of a small laptop, and all of it. */
#define WIDTH 720
#define WIDE 1280
#define HEIGHT 700

static guint n_lost;

static void
set_up (ScreensFixture *fixture,
        gconstpointer   user_data)
{
  n_lost = 0;
  screens_fixture_set_up (fixture, user_data);
}

static void
lose (GtkWidget  *widget,
      const char *how)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_test_message ("%s %s: \"%s\"", G_OBJECT_TYPE_NAME (widget), how, text);
  n_lost++;
}

/* The title of a window says again what is below it; the tabs of libadwaita have pictures too; and
 * the hint in an entry is said by its name. */
static gboolean
may_be_cut (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER) != NULL
         || gtk_widget_get_ancestor (label, GTK_TYPE_TEXT) != NULL;
}

static gboolean
is_inside (GtkWidget *widget,
           GtkWidget *root)
{
  graphene_rect_t bounds;
  graphene_rect_t all = GRAPHENE_RECT_INIT (-1, -1, (float) gtk_widget_get_width (root) + 2,
                                            (float) gtk_widget_get_height (root) + 2);

  return !gtk_widget_compute_bounds (widget, root, &bounds)
         || graphene_rect_contains_rect (&all, &bounds);
}

static void
look_at (ScreensFixture *fixture,
         GtkWidget      *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && !may_be_cut (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    lose (widget, "is cut");
  if (scrolled == NULL && widget != fixture->window && !is_inside (widget, fixture->window))
    lose (widget, "is outside");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (fixture, child);
}

static void
look_at_size (ScreensFixture *fixture,
              GtkOrientation  orientation,
              int             for_size,
              int             limit)
{
  g_autofree char *how = NULL;
  int least;

  gtk_widget_measure (fixture->window, orientation, for_size, &least, NULL, NULL, NULL);
  how = g_strdup_printf ("needs %d of %d pixels", least, limit);
  if (least > limit)
    lose (fixture->window, how);
}

/* Kept where LOWTIDE_SHOTS_DIR says. */
static void
take_picture (ScreensFixture *fixture,
              const char     *name)
{
  const char *folder = g_getenv ("LOWTIDE_SHOTS_DIR");
  g_autofree char *path = g_strdup_printf ("%s/large-%s.png", folder, name);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (folder == NULL)
    return;
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
look_at_all (ScreensFixture *fixture)
{
  look_at_size (fixture, GTK_ORIENTATION_HORIZONTAL, -1, WIDTH);
  look_at_size (fixture, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (fixture->window), HEIGHT);
  look_at (fixture, fixture->window);
}

static void
test_screen (ScreensFixture *fixture,
             gconstpointer   user_data)
{
  const Screen *screen = user_data;
  g_autofree char *wide = g_strconcat (screen->name, "-wide", NULL);

  g_test_summary ("With text twice as large nothing of a screen is lost");
  screens_fixture_show (fixture, screen->make (fixture), WIDTH, HEIGHT);
  take_picture (fixture, screen->name);
  look_at_all (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDE, HEIGHT);
  screens_fixture_let_draw (fixture);
  take_picture (fixture, wide);
  look_at_all (fixture);
  if (n_lost > 0)
    g_test_fail ();
}

/* The words of a move are below its picture, and may not push the buttons out. */
static void
test_sessions (ScreensFixture *fixture,
               gconstpointer   user_data)
{
  GListModel *routines = coach_catalog_get_routines (fixture->catalog);

  g_test_summary ("With text twice as large the words of every move fit a session");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

      g_test_message ("%s", coach_routine_get_id (routine));
      screens_fixture_show (fixture, screens_fixture_make_session (fixture, routine), WIDTH,
                            HEIGHT);
      while (coach_session_get_status (fixture->session) != COACH_SESSION_FINISHED)
        {
          look_at_size (fixture, GTK_ORIENTATION_VERTICAL, WIDTH, HEIGHT);
          screens_fixture_advance (fixture, 15);
          look_at_size (fixture, GTK_ORIENTATION_VERTICAL, WIDTH, HEIGHT);
          coach_session_skip_step (fixture->session);
        }
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  screens_fixture_show (fixture, gtk_label_new (NULL), WIDTH, HEIGHT);
  if (n_lost > 0)
    g_test_fail ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  screens_fixture_load_look ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", TIMES * DPI,
                "gtk-enable-animations", FALSE, NULL);

  for (const Screen *screen = screens_fixture_screens; screen->name != NULL; screen++)
    {
      g_autofree char *path = g_strconcat ("/app/large-text/", screen->name, NULL);

      g_test_add (path, ScreensFixture, screen, set_up, test_screen, screens_fixture_tear_down);
    }
  g_test_add ("/app/large-text/sessions", ScreensFixture, NULL, set_up, test_sessions,
              screens_fixture_tear_down);
  return g_test_run ();
}
