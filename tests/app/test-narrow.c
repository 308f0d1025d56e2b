/* Every screen in the narrowest window there is, with text of the usual size. */
#include "screens-fixture.h"

#define WIDTH 360

/* How large it is shown: libadwaita warns of boxes of its own that are squeezed. */
#define SHOWN_WIDTH 720
#define SHOWN_HEIGHT 700

/* Names what makes @widget so wide: itself, and its children that alone are wider than is left. */
static void
tell_widest (GtkWidget *widget,
             int        depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_get_mapped (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width < WIDTH / 2)
        continue;
      g_test_message ("%*s%s \"%s\": %d px", depth * 2, "", G_OBJECT_TYPE_NAME (child),
                      gtk_widget_get_css_name (child), width);
      tell_widest (child, depth + 1);
    }
}

static void
test_screen (ScreensFixture *fixture,
             gconstpointer   user_data)
{
  const Screen *screen = user_data;
  int width = 0;

  g_test_summary ("A screen fits a window of 360 px, with the buttons of the window");
  screens_fixture_show (fixture, screen->make (fixture), SHOWN_WIDTH,
                        SHOWN_HEIGHT);
  /* The window itself has a shadow beside its parts. */
  for (GtkWidget *part = gtk_widget_get_first_child (fixture->window); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    {
      int part_width;

      gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &part_width, NULL, NULL, NULL);
      width = MAX (width, part_width);
    }
  if (width <= WIDTH)
    return;
  g_test_message ("%d px", width);
  tell_widest (fixture->window, 1);
  g_test_fail ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  screens_fixture_load_look ();
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":minimize,maximize,close",
                "gtk-enable-animations", FALSE, NULL);

  for (const Screen *screen = screens_fixture_screens; screen->name != NULL; screen++)
    {
      g_autofree char *path = g_strconcat ("/app/narrow/", screen->name, NULL);

      g_test_add (path, ScreensFixture, screen, screens_fixture_set_up, test_screen,
                  screens_fixture_tear_down);
    }
  return g_test_run ();
}
