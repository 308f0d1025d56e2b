/* Every screen where the desktop has animations off: stills, and nothing that slides or fades. */
#include "coach-clip-view.h"
#include "coach-move-page.h"
#include "coach-session-page.h"
#include "coach-welcome-page.h"
#include "coach-window.h"
#include "screens-fixture.h"

#define WIDTH 900
#define HEIGHT 700

static guint n_clip_views;

static const char *
find_transition (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    return "fades";
  if (ADW_IS_LEAFLET (widget) && adw_leaflet_get_child_transition_running (ADW_LEAFLET (widget)))
    return "slides";
  if (GTK_IS_REVEALER (widget)
      && gtk_revealer_get_child_revealed (GTK_REVEALER (widget))
             != gtk_revealer_get_reveal_child (GTK_REVEALER (widget)))
    return "unfolds";
  return NULL;
}

/* A clip that has a still is not even opened; another shows its first frame. */
static gboolean
is_playing (GtkWidget *view)
{
  CoachPlayer *player = coach_clip_view_get_player (COACH_CLIP_VIEW (view));

  n_clip_views++;
  return player != NULL && coach_player_get_playing (player);
}

static void
look_at (GtkWidget *widget)
{
  const char *transition = find_transition (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (transition == NULL && COACH_IS_CLIP_VIEW (widget) && is_playing (widget))
    transition = "plays";
  if (transition != NULL)
    {
      g_test_message ("%s %s", G_OBJECT_TYPE_NAME (widget), transition);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child);
}

static void
show (ScreensFixture *fixture,
      GtkWidget      *page)
{
  screens_fixture_show (fixture, page, WIDTH, HEIGHT);
  look_at (fixture->window);
}

static void
test_screen (ScreensFixture *fixture,
             gconstpointer   user_data)
{
  const Screen *screen = user_data;

  g_test_summary ("Where animations are off nothing of a screen moves by itself");
  show (fixture, screen->make (fixture));
}

static GtkWidget *
find_clip_view (GtkWidget *widget)
{
  if (COACH_IS_CLIP_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_clip_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_still (ScreensFixture *fixture)
{
  GtkWidget *view = find_clip_view (fixture->window);
  gboolean has_picture;

  g_object_get (view, "has-picture", &has_picture, NULL);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (has_picture);
  g_assert_null (coach_clip_view_get_player (COACH_CLIP_VIEW (view)));
}

static void
test_move (ScreensFixture *fixture,
           gconstpointer   user_data)
{
  CoachMove *move = coach_catalog_lookup_move (fixture->catalog, "figure-four-supine");

  g_test_summary ("The page of a move has its still in the place of its clip");
  show (fixture, coach_move_page_new (fixture->context, move));
  assert_still (fixture);
}

static void
test_session (ScreensFixture *fixture,
              gconstpointer   user_data)
{
  CoachRoutine *routine = coach_catalog_lookup_routine (fixture->catalog, "piriformis-essentials");

  g_test_summary ("A session has stills, near and from afar, and changes them at once");
  show (fixture, screens_fixture_make_session (fixture, routine));
  screens_fixture_advance (fixture, 12);
  assert_still (fixture);
  while (coach_session_get_status (fixture->session) == COACH_SESSION_RUNNING)
    {
      look_at (fixture->window);
      screens_fixture_advance (fixture, 12);
      look_at (fixture->window);
      coach_session_skip_step (fixture->session);
    }
  g_assert_cmpuint (n_clip_views, >, 0);
}

static void
test_pages (ScreensFixture *fixture,
            gconstpointer   user_data)
{
  CoachWindow *window = coach_window_new (NULL, fixture->context);

  g_test_summary ("A page is there at once, and gone at once");
  show (fixture, GTK_WIDGET (window));
  coach_window_show_view (window, "moves");
  look_at (fixture->window);
  coach_window_show_move (window, "figure-four-supine");
  look_at (fixture->window);
  screens_fixture_let_draw (fixture);
  gtk_widget_activate_action (fixture->window, "win.back", NULL);
  look_at (fixture->window);
}

static void
test_welcome (ScreensFixture *fixture,
              gconstpointer   user_data)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  GtkWidget *page = coach_welcome_page_new (fixture->context, questions);
  GObject *steps = gtk_widget_get_template_child (page, COACH_TYPE_WELCOME_PAGE, "steps");

  g_test_summary ("The steps of Welcome do not fade into each other");
  show (fixture, page);
  gtk_stack_set_visible_child (GTK_STACK (steps), gtk_widget_get_last_child (GTK_WIDGET (steps)));
  look_at (fixture->window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  screens_fixture_load_look ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, data, func) \
  g_test_add (name, ScreensFixture, data, screens_fixture_set_up, func, screens_fixture_tear_down)
  for (const Screen *screen = screens_fixture_screens; screen->name != NULL; screen++)
    {
      g_autofree char *path = g_strconcat ("/app/without-motion/screens/", screen->name, NULL);

      ADD (path, screen, test_screen);
    }
  ADD ("/app/without-motion/move", NULL, test_move);
  ADD ("/app/without-motion/session", NULL, test_session);
  ADD ("/app/without-motion/pages", NULL, test_pages);
  ADD ("/app/without-motion/welcome", NULL, test_welcome);
#undef ADD
  return g_test_run ();
}
