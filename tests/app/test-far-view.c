/* The far view measured in its pixels: how high digits are, and that nothing is cut off. */
#include <gtk/gtk.h>

#include "coach-far-layout.h"
#include "coach-far-view.h"

/* Far more than showing a window takes. */
#define LIMIT_S 20

/* Letters may touch a box from within; what goes beyond is seen this far around it. */
#define AROUND 3

/* White letters on the field of a hold are lighter than this. */
#define LIGHT 140

typedef struct
{
  GtkWidget    *window; /* (owned by GTK) */
  GtkWidget    *fixed;  /* (owned by GTK): lets the view be larger than the screen */
  CoachFarView *view;   /* (owned by GTK) */
} Fixture;

typedef struct
{
  int width;
  int height;
} Size;

static const Size sizes[] = {
  { 360, 294 },  { 360, 360 },   { 360, 640 },   { 480, 800 },   { 640, 480 },  { 1080, 760 },
  { 1280, 800 }, { 1920, 1080 }, { 1080, 1920 }, { 2560, 1080 }, { 3840, 2160 },
  { 1366, 768 },
};

static const char *const clocks[] = { "1", "24", "1:30", "10:00" };

/* As long, as high and as deep as letters come. */
static const char *const words[] = {
  "HOLD", "WEITERMACHEN", "MÅRÅSÅ ÇĞŞ", "استمر في الحركة", "เตรียมตัวให้พร้อม", "सीधा करें",
};

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *still = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "stills",
                                             "figure-four-supine", "hold.jpg", NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->view = COACH_FAR_VIEW (coach_far_view_new ());
  coach_far_view_set_picture (fixture->view, NULL, still);
  fixture->fixed = gtk_fixed_new ();
  gtk_fixed_put (GTK_FIXED (fixture->fixed), GTK_WIDGET (fixture->view), 0, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->fixed);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer watched = fixture->view;

  g_object_add_weak_pointer (watched, &watched);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 100 && watched != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (watched);
}

static void
show_state (Fixture    *fixture,
            const char *word,
            const char *digits)
{
  const CoachFarViewState state = {
    .field = COACH_FAR_FIELD_HOLD,
    .word = word,
    .digits = (char *) digits,
    .digits_words = (char *) "24 seconds left",
    .digits_words_due = TRUE,
    .side = (char *) "Right side",
    .detail = (char *) "Rep 3 of 12 · set 1 of 2",
    .name = (char *) "Supported nerve glide with the heel on a chair",
  };

  coach_far_view_set_state (fixture->view, &state);
}

G_NORETURN static gboolean
time_out_cb (gpointer user_data)
{
  g_error ("Nothing happened for %d s", LIMIT_S);
}

static void
resize (Fixture    *fixture,
        const Size *size)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  guint limit = g_timeout_add_seconds (LIMIT_S, time_out_cb, NULL);

  gtk_widget_set_size_request (view, size->width, size->height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (view) || gtk_widget_get_width (view) != size->width
         || gtk_widget_get_height (view) != size->height)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->view), COACH_TYPE_FAR_VIEW, name);
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/* What has changed is drawn with the next frame. */
static void
wait_for_frame (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  guint limit = g_timeout_add_seconds (LIMIT_S, time_out_cb, NULL);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_signal_handler_disconnect (clock, handler);
}

/* A widget that is to be drawn anew has no node until that is done. */
static GskRenderNode *
get_node (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GskRenderNode *node = NULL;

  for (guint i = 0; i < 10 && node == NULL; i++)
    {
      g_autoptr (GdkPaintable) paintable = NULL;
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      wait_for_frame (fixture);
      paintable = gtk_widget_paintable_new (view);
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (view),
                              gtk_widget_get_height (view));
      node = gtk_snapshot_free_to_node (snapshot);
    }
  g_assert_nonnull (node);
  return node;
}

static cairo_surface_t *
draw (Fixture *fixture)
{
  g_autoptr (GskRenderNode) node = get_node (fixture);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                    gtk_widget_get_width (GTK_WIDGET (fixture->view)),
                                    gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  cairo_t *cairo = cairo_create (surface);

  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  return surface;
}

static gboolean
is_light (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel = *(const guint32 *) (const void *) (data
                                                     + y * cairo_image_surface_get_stride (surface)
                                                     + x * 4);

  return ((pixel >> 16) & 0xff) > LIGHT && ((pixel >> 8) & 0xff) > LIGHT && (pixel & 0xff) > LIGHT;
}

/* What is drawn white in and around the place of a child, and its place. */
static GdkRectangle
find_ink (Fixture         *fixture,
          cairo_surface_t *surface,
          const char      *name,
          GdkRectangle    *box)
{
  GdkRectangle ink = { 0 };
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_child (fixture, name), GTK_WIDGET (fixture->view),
                                            &bounds));
  *box = (GdkRectangle) { (int) (bounds.origin.x + 0.5f), (int) (bounds.origin.y + 0.5f),
                          (int) (bounds.size.width + 0.5f), (int) (bounds.size.height + 0.5f) };
  for (int y = MAX (box->y - AROUND, 0);
       y < MIN (box->y + box->height + AROUND, cairo_image_surface_get_height (surface)); y++)
    for (int x = MAX (box->x - AROUND, 0);
         x < MIN (box->x + box->width + AROUND, cairo_image_surface_get_width (surface)); x++)
      if (is_light (surface, x, y))
        {
          GdkRectangle pixel = { x, y, 1, 1 };

          if (ink.width == 0)
            ink = pixel;
          gdk_rectangle_union (&ink, &pixel, &ink);
        }
  return ink;
}

/* Antialiasing may colour one pixel more. */
static void
assert_inside (const GdkRectangle *ink,
               const GdkRectangle *box)
{
  g_test_message ("ink %d, %d, %d x %d in %d, %d, %d x %d", ink->x, ink->y, ink->width,
                  ink->height, box->x, box->y, box->width, box->height);
  g_assert_cmpint (ink->width, >, 0);
  g_assert_cmpint (ink->x, >=, box->x - 1);
  g_assert_cmpint (ink->y, >=, box->y - 1);
  g_assert_cmpint (ink->x + ink->width, <=, box->x + box->width + 1);
  g_assert_cmpint (ink->y + ink->height, <=, box->y + box->height + 1);
}

/* Minutes have more places than fit a very high view: there they are as wide as it. */
static gboolean
is_too_narrow (int         width,
               int         height,
               const char *clock)
{
  switch (g_utf8_strlen (clock, -1))
    {
    case 5:
      return width < height * 0.7;
    case 4:
      return width < height * 0.5;
    default:
      return FALSE;
    }
}

static void
check_digits (Fixture      *fixture,
              const Size   *size,
              CoachFarTurn  turn,
              const char   *clock)
{
  gboolean turned = turn != COACH_FAR_TURN_NONE;
  int seen_width = turned ? size->height : size->width;
  int seen_height = turned ? size->width : size->height;
  cairo_surface_t *surface;
  GdkRectangle ink, box;

  show_state (fixture, "HOLD", clock);
  surface = draw (fixture);
  ink = find_ink (fixture, surface, "digits", &box);
  cairo_surface_destroy (surface);
  g_test_message ("%d x %d, turn %d: %s", size->width, size->height, turn, clock);
  assert_inside (&ink, &box);
  if (is_too_narrow (seen_width, seen_height, clock))
    g_assert_cmpint (10 * (turned ? ink.height : ink.width), >=, 8 * seen_width);
  else
    g_assert_cmpint (3 * (turned ? ink.width : ink.height), >=, seen_height);
}

static void
test_digits (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Digits are a third of the height or more, however one lies, and never cut off");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int turn = COACH_FAR_TURN_NONE; turn <= COACH_FAR_TURN_RIGHT; turn++)
      for (guint j = 0; j < G_N_ELEMENTS (clocks); j++)
        {
          coach_far_view_set_turn (fixture->view, (CoachFarTurn) turn);
          show_state (fixture, "HOLD", clocks[j]);
          resize (fixture, &sizes[i]);
          check_digits (fixture, &sizes[i], (CoachFarTurn) turn, clocks[j]);
        }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char *const names[] = { "word", "side", "detail", "name" };

  g_test_summary ("Words of any length and script are seen whole");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i += 2)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      {
        cairo_surface_t *surface;

        show_state (fixture, words[j], "24");
        resize (fixture, &sizes[i]);
        surface = draw (fixture);
        for (guint k = 0; k < G_N_ELEMENTS (names); k++)
          {
            GdkRectangle box;
            GdkRectangle ink = find_ink (fixture, surface, names[k], &box);

            g_test_message ("%d x %d: %s, %s", sizes[i].width, sizes[i].height, words[j],
                            names[k]);
            assert_inside (&ink, &box);
          }
        cairo_surface_destroy (surface);
      }
}

/* Its action is not there, which makes the button insensitive. Whatever way it is turned, a press on the button is one on the button. */
static void
test_press (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  const Size size = { 1280, 800 };

  g_test_summary ("“It hurts” is large, and where it is seen");
  show_state (fixture, "HOLD", "24");
  for (int turn = COACH_FAR_TURN_NONE; turn <= COACH_FAR_TURN_RIGHT; turn++)
    {
      GtkWidget *button = get_child (fixture, "hurts_button");
      graphene_rect_t bounds;
      graphene_point_t middle;
      GtkWidget *picked;

      coach_far_view_set_turn (fixture->view, (CoachFarTurn) turn);
      resize (fixture, &size);
      wait_for_frame (fixture);
      g_assert_true (gtk_widget_compute_bounds (button, view, &bounds));
      g_assert_cmpfloat (MIN (bounds.size.width, bounds.size.height), >=, 80);
      graphene_rect_get_center (&bounds, &middle);
      picked = gtk_widget_pick (view, middle.x, middle.y, GTK_PICK_INSENSITIVE);
      g_test_message ("turn %d: %s", turn, picked != NULL ? G_OBJECT_TYPE_NAME (picked) : "none");
      g_assert_true (picked == button || gtk_widget_is_ancestor (picked, button));
    }
}

static float
get_left (Fixture    *fixture,
          const char *name)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_child (fixture, name), GTK_WIDGET (fixture->view),
                                            &bounds));
  return bounds.origin.x;
}

static void
test_rtl (Fixture       *fixture,
          gconstpointer  user_data)
{
  const Size size = { 1280, 800 };
  GdkRectangle ink, box;
  cairo_surface_t *surface;

  g_test_summary ("Where reading goes from right to left, all lies the other way round");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show_state (fixture, "HOLD", "24");
  resize (fixture, &size);
  surface = draw (fixture);
  g_assert_cmpfloat (get_left (fixture, "digits"), <, get_left (fixture, "clip_view"));
  g_assert_cmpfloat (get_left (fixture, "word"), <, get_left (fixture, "sign"));
  ink = find_ink (fixture, surface, "word", &box);
  g_assert_cmpint (ink.x + ink.width, >=, box.x + box.width - 10);
  cairo_surface_destroy (surface);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
assert_label (gpointer    widget,
              const char *label)
{
  g_autofree char *found = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (found, ==, NULL);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("Those who listen hear what is seen, and the time in words");
  show_state (fixture, "HOLD", "24");
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  assert_label (fixture->view, "Far view");
  gtk_test_accessible_assert_role (get_child (fixture, "digits"), GTK_ACCESSIBLE_ROLE_LABEL);
  assert_label (get_child (fixture, "digits"), "24 seconds left");
  assert_label (get_child (fixture, "word"), "HOLD");
  assert_label (get_child (fixture, "side"), "Right side");
  assert_label (get_child (fixture, "hurts_button"), "It hurts");
  assert_label (get_child (fixture, "clip_view"), "Supported nerve glide with the heel on a chair");
}

/* As the application does for itself. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/org/lowtide/Lowtide/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/lowtide/Lowtide/icons");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  add_style ();

  g_test_add ("/far-view/digits", Fixture, NULL, set_up, test_digits, tear_down);
  g_test_add ("/far-view/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/far-view/press", Fixture, NULL, set_up, test_press, tear_down);
  g_test_add ("/far-view/rtl", Fixture, NULL, set_up, test_rtl, tear_down);
  g_test_add ("/far-view/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  return g_test_run ();
}
