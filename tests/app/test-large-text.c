/* Every screen with text twice as large: nothing is cut off, and all of it fits or scrolls. */
#define G_SETTINGS_ENABLE_BACKEND /* for a backend that forgets */
#include <adwaita.h>
#include <gio/gsettingsbackend.h>

#include "coach-answers-page.h"
#include "coach-article-page.h"
#include "coach-before-start-page.h"
#include "coach-checkin-page.h"
#include "coach-ease-page.h"
#include "coach-finish-page.h"
#include "coach-hurts-dialog.h"
#include "coach-left-out-page.h"
#include "coach-lore-page.h"
#include "coach-manual-clock.h"
#include "coach-move-page.h"
#include "coach-orders-page.h"
#include "coach-pack-window.h"
#include "coach-pain-page.h"
#include "coach-preferences-window.h"
#include "coach-questions-page.h"
#include "coach-reminders-page.h"
#include "coach-report-dialog.h"
#include "coach-routine-page.h"
#include "coach-screening-reason.h"
#include "coach-session-page.h"
#include "coach-sheet-dialog.h"
#include "coach-voice-page.h"
#include "coach-warning-page.h"
#include "coach-warning-signs-window.h"
#include "coach-welcome-page.h"
#include "coach-window.h"

#define RESOURCES "/org/lowtide/Lowtide"
#define TIMES 2
#define DPI (96 * 1024)

/* Half of the screen of a small laptop, and all of it. */
#define WIDTH 720
#define WIDE 1280
#define HEIGHT 700

/* Far more than showing a window takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
  CoachSession     *session; /* (owned) (nullable) */
  GtkWidget        *window;  /* (owned by GTK) */
  guint             n_lost;
} Fixture;

/* Makes a page, or a window of its own. */
typedef GtkWidget *(*MakeFunc) (Fixture *fixture);

typedef struct
{
  const char *name;
  MakeFunc    make;
} Screen;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"),
                                                     g_getenv ("LOWTIDE_MEDIA_DIR"), data_dir);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GDateTime) now = NULL;
  CoachPain pain = { .scores = { [COACH_ZONE_LOW_BACK] = 3, [COACH_ZONE_CALF_LEFT] = 4 } };

  settings = g_settings_new_with_backend ("org.lowtide.Lowtide", backend);
  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (fixture->catalog, profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
  now = coach_app_context_dup_now (fixture->context);
  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->context);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->catalog);
}

/* Screens */

static CoachRoutine *
get_routine (Fixture *fixture)
{
  return coach_catalog_lookup_routine (fixture->catalog, "piriformis-essentials");
}

static GtkWidget *
make_view (Fixture    *fixture,
           const char *name)
{
  CoachWindow *window = coach_window_new (NULL, fixture->context);

  coach_window_show_view (window, name);
  return GTK_WIDGET (window);
}

static GtkWidget *
make_today (Fixture *fixture)
{
  return make_view (fixture, "today");
}

static GtkWidget *
make_routines (Fixture *fixture)
{
  return make_view (fixture, "routines");
}

static GtkWidget *
make_moves (Fixture *fixture)
{
  return make_view (fixture, "moves");
}

static GtkWidget *
make_progress (Fixture *fixture)
{
  return make_view (fixture, "progress");
}

static GtkWidget *
make_routine (Fixture *fixture)
{
  return coach_routine_page_new (fixture->context, get_routine (fixture));
}

static GtkWidget *
make_move (Fixture *fixture)
{
  return coach_move_page_new (fixture->context,
                              coach_catalog_lookup_move (fixture->catalog, "figure-four-supine"));
}

static GtkWidget *
make_avoid (Fixture *fixture)
{
  return coach_move_page_new (fixture->context,
                              coach_catalog_lookup_move (fixture->catalog, "downward-dog"));
}

static GtkWidget *
make_lore (Fixture *fixture)
{
  return coach_lore_page_new (fixture->context);
}

static GtkWidget *
make_article (Fixture *fixture)
{
  GListModel *articles = coach_catalog_get_articles (fixture->catalog);
  g_autoptr (CoachArticle) article = g_list_model_get_item (articles, 0);

  return coach_article_page_new (fixture->context, article);
}

static GtkWidget *
make_checkin (Fixture *fixture)
{
  return coach_checkin_page_new (fixture->context);
}

static GtkWidget *
make_pain (Fixture *fixture)
{
  CoachPain last = { .scores = { [COACH_ZONE_LOW_BACK] = 3 } };
  GtkWidget *page = coach_pain_page_new (coach_catalog_get_pain_guide (fixture->catalog));

  coach_pain_page_set_last (COACH_PAIN_PAGE (page), &last);
  return page;
}

static GtkWidget *
make_before (Fixture *fixture)
{
  return coach_before_start_page_new (fixture->context, get_routine (fixture));
}

static GtkWidget *
make_ease (Fixture *fixture)
{
  return coach_ease_page_new (fixture->context, COACH_EASE_STRONG);
}

static void
advance (Fixture *fixture,
         guint    seconds)
{
  coach_manual_clock_advance (fixture->clock, seconds * (gint64) G_USEC_PER_SEC);
}

static GtkWidget *
make_session_of (Fixture      *fixture,
                 CoachRoutine *routine)
{
  g_autoptr (CoachPlan) plan = NULL;

  plan = coach_app_context_make_plan (fixture->context, routine, NULL, NULL);
  g_clear_object (&fixture->session);
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  coach_session_start (fixture->session);
  return coach_session_page_new (fixture->context, fixture->session);
}

static GtkWidget *
make_session (Fixture *fixture)
{
  return make_session_of (fixture, get_routine (fixture));
}

static GtkWidget *
make_hold (Fixture *fixture)
{
  GtkWidget *page = make_session (fixture);

  advance (fixture, 10);
  return page;
}

static GtkWidget *
make_paused (Fixture *fixture)
{
  GtkWidget *page = make_hold (fixture);

  coach_session_pause (fixture->session);
  return page;
}

static void
show_far_view (GtkWidget *page)
{
  gtk_widget_activate_action (page, "far-view.toggle", NULL);
}

static GtkWidget *
make_far_view (Fixture *fixture)
{
  GtkWidget *page = make_hold (fixture);

  g_signal_connect_after (page, "map", G_CALLBACK (show_far_view), NULL);
  return page;
}

static GtkWidget *
make_finish (Fixture *fixture)
{
  g_autoptr (CoachSessionReport) report = NULL;

  g_object_unref (g_object_ref_sink (make_session (fixture)));
  advance (fixture, 3600);
  report = coach_session_dup_report (fixture->session);
  return coach_finish_page_new (fixture->context, report);
}

static GtkWidget *
make_hurts (Fixture *fixture)
{
  CoachHurtsFacts facts = { .in_session = TRUE };
  CoachMovement *movement = coach_catalog_lookup_movement (fixture->catalog, "figure-four-supine");

  return GTK_WIDGET (coach_hurts_dialog_new (NULL, fixture->catalog, COACH_CLOCK (fixture->clock),
                                             movement, &facts));
}

/* The third answer asks how much. */
static GtkWidget *
make_how_much (Fixture *fixture)
{
  GtkWidget *dialog = make_hurts (fixture);
  GObject *choices;
  GtkWidget *answer;

  choices = gtk_widget_get_template_child (dialog, COACH_TYPE_HURTS_DIALOG, "choices");
  answer = gtk_widget_get_first_child (GTK_WIDGET (choices));
  answer = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (answer));
  g_signal_emit_by_name (answer, "clicked");
  return dialog;
}

static GPtrArray *
dup_questions (Fixture *fixture)
{
  return coach_screening_reason_dup_questions (coach_catalog_get_screening (fixture->catalog),
                                               "all");
}

static GtkWidget *
make_welcome (Fixture *fixture)
{
  g_autoptr (GPtrArray) questions = dup_questions (fixture);

  return coach_welcome_page_new (fixture->context, questions);
}

static GtkWidget *
make_questions (Fixture *fixture)
{
  g_autoptr (GPtrArray) questions = dup_questions (fixture);

  return coach_questions_page_new (fixture->context, questions, TRUE);
}

static GtkWidget *
make_warning (Fixture *fixture)
{
  return coach_warning_page_new (fixture->context);
}

static GtkWidget *
make_warning_signs (Fixture *fixture)
{
  return coach_warning_signs_window_new (NULL, fixture->context);
}

static GtkWidget *
make_preferences (Fixture *fixture)
{
  return coach_preferences_window_new (NULL, fixture->context);
}

static GtkWidget *
make_answers (Fixture *fixture)
{
  return coach_answers_page_new (fixture->context);
}

static GtkWidget *
make_orders (Fixture *fixture)
{
  return coach_orders_page_new (fixture->context);
}

static GtkWidget *
make_left_out (Fixture *fixture)
{
  return coach_left_out_page_new (fixture->context);
}

static GtkWidget *
make_reminders (Fixture *fixture)
{
  return coach_reminders_page_new (fixture->context);
}

static GtkWidget *
make_voice (Fixture *fixture)
{
  return coach_voice_page_new (fixture->context);
}

static GtkWidget *
make_pack (Fixture *fixture)
{
  static char *no_sentences[] = { NULL };
  CoachPackOffer offer = {
    .kind = COACH_PACK_HEAT, .minutes = 15, .refusals = no_sentences, .notes = no_sentences
  };

  return coach_pack_window_new (NULL, coach_catalog_get_safety_guide (fixture->catalog), &offer);
}

static GtkWidget *
make_report (Fixture *fixture)
{
  return coach_report_dialog_new (NULL, fixture->context);
}

static GtkWidget *
make_sheet (Fixture *fixture)
{
  return coach_sheet_dialog_new (NULL, fixture->context, G_OBJECT (get_routine (fixture)));
}

static const Screen screens[] = {
  { "today", make_today },
  { "routines", make_routines },
  { "moves", make_moves },
  { "progress", make_progress },
  { "routine", make_routine },
  { "move", make_move },
  { "avoid", make_avoid },
  { "lore", make_lore },
  { "article", make_article },
  { "check-in", make_checkin },
  { "pain", make_pain },
  { "before", make_before },
  { "ease", make_ease },
  { "session", make_session },
  { "hold", make_hold },
  { "paused", make_paused },
  { "far-view", make_far_view },
  { "finish", make_finish },
  { "hurts", make_hurts },
  { "how-much", make_how_much },
  { "welcome", make_welcome },
  { "questions", make_questions },
  { "warning", make_warning },
  { "warning-signs", make_warning_signs },
  { "preferences", make_preferences },
  { "answers", make_answers },
  { "orders", make_orders },
  { "left-out", make_left_out },
  { "reminders", make_reminders },
  { "voice", make_voice },
  { "pack", make_pack },
  { "report", make_report },
  { "sheet", make_sheet },
};

/* What is lost */

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return --*(int *) user_data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until it has its size, and what depends on that its own. */
static void
let_draw (Fixture *fixture)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);
  int ticks = 3;

  gtk_widget_add_tick_callback (fixture->window, tick_cb, &ticks, NULL);
  while (ticks > 0 && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

/* A dialog has its own size. */
static void
show (Fixture   *fixture,
      GtkWidget *page)
{
  fixture->window = GTK_IS_WINDOW (page) ? page : adw_window_new ();
  if (page != fixture->window)
    adw_window_set_content (ADW_WINDOW (fixture->window), page);
  if (page != fixture->window || COACH_IS_WINDOW (page))
    gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->window));
  let_draw (fixture);
}

static void
lose (Fixture    *fixture,
      GtkWidget  *widget,
      const char *how)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_test_message ("%s %s: \"%s\"", G_OBJECT_TYPE_NAME (widget), how, text);
  fixture->n_lost++;
}

/* The title of a window says again what is below it; the tabs of libadwaita have pictures too; and the
 * hint in an entry has its name. */
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
look_at (Fixture   *fixture,
         GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && !may_be_cut (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    lose (fixture, widget, "is cut");
  if (scrolled == NULL && widget != fixture->window && !is_inside (widget, fixture->window))
    lose (fixture, widget, "is outside");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (fixture, child);
}

static void
look_at_size (Fixture        *fixture,
              GtkOrientation  orientation,
              int             for_size,
              int             limit)
{
  g_autofree char *how = NULL;
  int least;

  gtk_widget_measure (fixture->window, orientation, for_size, &least, NULL, NULL, NULL);
  how = g_strdup_printf ("needs %d of %d pixels", least, limit);
  if (least > limit)
    lose (fixture, fixture->window, how);
}

/* Kept where LOWTIDE_SHOTS_DIR says. */
static void
take_picture (Fixture    *fixture,
              const char *name)
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
look_at_all (Fixture *fixture)
{
  look_at_size (fixture, GTK_ORIENTATION_HORIZONTAL, -1, WIDTH);
  look_at_size (fixture, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (fixture->window), HEIGHT);
  look_at (fixture, fixture->window);
}

static void
test_screen (Fixture       *fixture,
             gconstpointer  user_data)
{
  const Screen *screen = user_data;
  g_autofree char *wide = g_strconcat (screen->name, "-wide", NULL);

  g_test_summary ("With text twice as large nothing of a screen is lost");
  show (fixture, screen->make (fixture));
  take_picture (fixture, screen->name);
  look_at_all (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDE, HEIGHT);
  let_draw (fixture);
  take_picture (fixture, wide);
  look_at_all (fixture);
  if (fixture->n_lost > 0)
    g_test_fail ();
}

/* The words of a move are below its picture, and may not push the buttons out. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  user_data)
{
  GListModel *routines = coach_catalog_get_routines (fixture->catalog);

  g_test_summary ("With text twice as large the words of every move fit a session");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

      g_test_message ("%s", coach_routine_get_id (routine));
      show (fixture, make_session_of (fixture, routine));
      while (coach_session_get_status (fixture->session) != COACH_SESSION_FINISHED)
        {
          look_at_size (fixture, GTK_ORIENTATION_VERTICAL, WIDTH, HEIGHT);
          advance (fixture, 15);
          look_at_size (fixture, GTK_ORIENTATION_VERTICAL, WIDTH, HEIGHT);
          coach_session_skip_step (fixture->session);
        }
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  show (fixture, gtk_label_new (NULL));
  if (fixture->n_lost > 0)
    g_test_fail ();
}

/* What an application does by itself. */
static void
load_look (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCES "/icons");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_look ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", TIMES * DPI,
                "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *path = g_strconcat ("/app/large-text/", screens[i].name, NULL);

      g_test_add (path, Fixture, &screens[i], set_up, test_screen, tear_down);
    }
  g_test_add ("/app/large-text/sessions", Fixture, NULL, set_up, test_sessions, tear_down);
  return g_test_run ();
}
