#include "coach-clip-view.h"

#include <glib/gstdio.h>

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

#define SIZE_WIDTH 480
#define SIZE_HEIGHT 360

typedef struct
{
  GtkWidget     *window; /* (owned by GTK) */
  CoachClipView *view;   /* (owned): outlives the window, so that its end can be seen */
  char          *clip;   /* (owned) */
  char          *still;  /* (owned) */
} Fixture;

typedef gboolean (*ReachedFunc) (Fixture *fixture);

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *media = g_getenv ("LOWTIDE_MEDIA_DIR");

  g_assert_nonnull (media);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  fixture->clip = g_build_filename (media, "clips", "figure-four-supine.webm", NULL);
  fixture->still = g_build_filename (media, "stills", "figure-four-supine", "hold.jpg", NULL);
  fixture->view = g_object_ref_sink (g_object_new (COACH_TYPE_CLIP_VIEW, NULL));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), SIZE_WIDTH, SIZE_HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (coach_clip_view_get_player (fixture->view));
  g_assert_finalize_object (fixture->view);
  g_free (fixture->clip);
  g_free (fixture->still);
}

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Fixture     *fixture,
            ReachedFunc  reached)
{
  gboolean time_up = FALSE;
  guint limit_id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  while (!reached (fixture) && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit_id);
  g_assert_false (time_up);
}

static gboolean
is_mapped (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->view))
         && gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0;
}

static gboolean
has_moved (Fixture *fixture)
{
  CoachPlayerStatistics statistics;

  if (coach_clip_view_get_player (fixture->view) == NULL)
    return FALSE;
  coach_player_get_statistics (coach_clip_view_get_player (fixture->view), &statistics);
  return statistics.shown > 5;
}

static gboolean
has_poster (Fixture *fixture)
{
  CoachPlayer *player = coach_clip_view_get_player (fixture->view);

  return player != NULL && coach_player_get_frame (player) != NULL;
}

static gboolean
has_notice (Fixture *fixture)
{
  g_autofree char *notice = NULL;

  g_object_get (fixture->view, "notice", &notice, NULL);
  return notice != NULL;
}

static gboolean
has_picture (Fixture *fixture)
{
  gboolean result;

  g_object_get (fixture->view, "has-picture", &result, NULL);
  return result;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return --*(int *) user_data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until what was changed has been laid out and drawn. */
static void
let_draw (Fixture *fixture)
{
  int ticks = 2;

  gtk_widget_add_tick_callback (fixture->window, tick_cb, &ticks, NULL);
  while (ticks > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, is_mapped);
  let_draw (fixture);
}

/* What the view looks like now, as its renderer draws it; kept where LOWTIDE_SHOTS_DIR says. */
static GdkTexture *
take_picture (Fixture    *fixture,
              const char *name)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gtk_widget_snapshot_child (fixture->window, widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, SIZE_WIDTH, SIZE_HEIGHT));
  if (g_getenv ("LOWTIDE_SHOTS_DIR") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.png", g_getenv ("LOWTIDE_SHOTS_DIR"), name);

      g_assert_true (gdk_texture_save_to_png (texture, path));
    }
  return g_steal_pointer (&texture);
}

static guint32 *
download (GdkTexture *texture)
{
  guint32 *pixels = g_new (guint32, SIZE_WIDTH * SIZE_HEIGHT);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, SIZE_WIDTH);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, SIZE_HEIGHT);
  gdk_texture_download (texture, (guchar *) pixels, SIZE_WIDTH * 4);
  return pixels;
}

/* The mean difference of the green of two pictures, of which the second may be mirrored. */
static double
mean_difference (GdkTexture *a,
                 GdkTexture *b,
                 gboolean    mirrored)
{
  g_autofree guint32 *pixels_a = download (a);
  g_autofree guint32 *pixels_b = download (b);
  guint64 sum = 0;

  for (int y = 0; y < SIZE_HEIGHT; y++)
    for (int x = 0; x < SIZE_WIDTH; x++)
      {
        int other_x = mirrored ? SIZE_WIDTH - 1 - x : x;
        int green_a = pixels_a[y * SIZE_WIDTH + x] >> 8 & 0xff;
        int green_b = pixels_b[y * SIZE_WIDTH + other_x] >> 8 & 0xff;

        sum += ABS (green_a - green_b);
      }
  return (double) sum / (SIZE_WIDTH * SIZE_HEIGHT);
}

static void
assert_mirrors (Fixture    *fixture,
                const char *name)
{
  g_autofree char *mirrored_name = g_strconcat (name, "-mirrored", NULL);
  g_autoptr (GdkTexture) plain = take_picture (fixture, name);
  g_autoptr (GdkTexture) mirrored = NULL;

  coach_clip_view_set_mirrored (fixture->view, TRUE);
  let_draw (fixture);
  mirrored = take_picture (fixture, mirrored_name);
  g_assert_cmpfloat (mean_difference (plain, mirrored, TRUE), <, 1.0);
  g_assert_cmpfloat (mean_difference (plain, mirrored, FALSE), >, 5.0);
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  user_data)
{
  CoachPlayer *player;

  g_test_summary ("A view plays its clip while it is mapped, and at no other time.");
  coach_clip_view_set_clip_path (fixture->view, fixture->clip);
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  g_assert_null (coach_clip_view_get_player (fixture->view));
  show (fixture);
  wait_until (fixture, has_moved);
  g_assert_false (has_notice (fixture));

  player = coach_clip_view_get_player (fixture->view);
  g_object_add_weak_pointer (G_OBJECT (player), (gpointer *) &player);
  gtk_widget_set_visible (fixture->window, FALSE);
  g_assert_null (coach_clip_view_get_player (fixture->view));
  g_assert_null (player);

  show (fixture);
  wait_until (fixture, has_moved);
}

static void
test_mirrored_clip (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_test_summary ("A paused clip keeps its frame, and is mirrored for the other side.");
  coach_clip_view_set_clip_path (fixture->view, fixture->clip);
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  show (fixture);
  wait_until (fixture, has_moved);
  coach_clip_view_set_playing (fixture->view, FALSE);
  g_assert_nonnull (coach_clip_view_get_player (fixture->view));
  let_draw (fixture);
  assert_mirrors (fixture, "clip");
}

static void
test_mirrored_still (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_test_summary ("A still is mirrored, too.");
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  show (fixture);
  g_assert_null (coach_clip_view_get_player (fixture->view));
  g_assert_true (has_picture (fixture));
  g_assert_false (has_notice (fixture));
  assert_mirrors (fixture, "still");
}

static void
test_struck_out (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GdkTexture) plain = NULL;
  g_autoptr (GdkTexture) struck = NULL;

  g_test_summary ("A move to leave out is crossed out, for the eye and in words.");
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  show (fixture);
  plain = take_picture (fixture, "not-struck");
  g_object_set (fixture->view, "struck-out", TRUE, "description", "Lying figure four", NULL);
  let_draw (fixture);
  struck = take_picture (fixture, "struck");
  g_assert_cmpfloat (mean_difference (plain, struck, FALSE), >, 0.5);
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lying figure four");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Crossed out: a move to leave out");
}

static void
test_corrupt_clip (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("lowtide-clip-XXXXXX.webm", &path, NULL);

  g_test_summary ("A corrupt clip leaves its still and a notice.");
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "not a clip", -1, NULL));

  coach_clip_view_set_clip_path (fixture->view, path);
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  show (fixture);
  wait_until (fixture, has_notice);
  g_assert_null (coach_clip_view_get_player (fixture->view));
  g_assert_true (has_picture (fixture));
  let_draw (fixture);
  g_object_unref (take_picture (fixture, "corrupt"));

  coach_clip_view_set_clip_path (fixture->view, fixture->clip);
  g_assert_false (has_notice (fixture));
  wait_until (fixture, has_moved);
  g_remove (path);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("Without a clip and a still there is no picture, and none is made up.");
  g_assert_false (has_picture (fixture));
  coach_clip_view_set_still_path (fixture->view, "/nowhere/hold.jpg");
  coach_clip_view_set_clip_path (fixture->view, "/nowhere/clip.webm");
  show (fixture);
  g_assert_false (has_picture (fixture));
  g_assert_false (has_notice (fixture));
  g_assert_null (coach_clip_view_get_player (fixture->view));
}

static void
test_without_animations (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_test_summary ("Where animations are off nothing moves: the still is seen, or the first frame.");
  coach_clip_view_set_clip_path (fixture->view, fixture->clip);
  coach_clip_view_set_still_path (fixture->view, fixture->still);
  show (fixture);
  wait_until (fixture, has_moved);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_null (coach_clip_view_get_player (fixture->view));

  coach_clip_view_set_still_path (fixture->view, NULL);
  wait_until (fixture, has_poster);
  g_assert_false (coach_player_get_playing (coach_clip_view_get_player (fixture->view)));
}

#define add_view(name, test) \
  g_test_add ("/app/clip-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add_view ("moves", test_moves);
  add_view ("mirrored-clip", test_mirrored_clip);
  add_view ("mirrored-still", test_mirrored_still);
  add_view ("struck-out", test_struck_out);
  add_view ("corrupt-clip", test_corrupt_clip);
  add_view ("nothing", test_nothing);
  add_view ("without-animations", test_without_animations);

  return g_test_run ();
}
