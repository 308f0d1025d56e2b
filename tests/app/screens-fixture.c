#define G_SETTINGS_ENABLE_BACKEND /* for a backend that forgets */
#include "config.h"

#include "screens-fixture.h"

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

/* Far more than showing a window takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

void
screens_fixture_set_up (ScreensFixture *self,
                        gconstpointer   user_data)
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
  self->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  self->clock = coach_manual_clock_new ();
  self->context = coach_app_context_new (self->catalog, profile, places,
                                         COACH_CLOCK (self->clock), settings);
  now = coach_app_context_dup_now (self->context);
  coach_diary_add_checkin (coach_app_context_get_diary (self->context), now, &pain);
}

void
screens_fixture_tear_down (ScreensFixture *self,
                           gconstpointer   user_data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalog);
}

static CoachRoutine *
get_routine (ScreensFixture *self)
{
  return coach_catalog_lookup_routine (self->catalog, "piriformis-essentials");
}

static GtkWidget *
make_view (ScreensFixture *self,
           const char     *name)
{
  CoachWindow *window = coach_window_new (NULL, self->context);

  coach_window_show_view (window, name);
  return GTK_WIDGET (window);
}

static GtkWidget *
make_today (ScreensFixture *self)
{
  return make_view (self, "today");
}

static GtkWidget *
make_routines (ScreensFixture *self)
{
  return make_view (self, "routines");
}

static GtkWidget *
make_moves (ScreensFixture *self)
{
  return make_view (self, "moves");
}

static GtkWidget *
make_progress (ScreensFixture *self)
{
  return make_view (self, "progress");
}

static GtkWidget *
make_routine (ScreensFixture *self)
{
  return coach_routine_page_new (self->context, get_routine (self));
}

static GtkWidget *
make_move (ScreensFixture *self)
{
  return coach_move_page_new (self->context,
                              coach_catalog_lookup_move (self->catalog, "figure-four-supine"));
}

static GtkWidget *
make_avoid (ScreensFixture *self)
{
  return coach_move_page_new (self->context,
                              coach_catalog_lookup_move (self->catalog, "downward-dog"));
}

static GtkWidget *
make_lore (ScreensFixture *self)
{
  return coach_lore_page_new (self->context);
}

static GtkWidget *
make_article (ScreensFixture *self)
{
  GListModel *articles = coach_catalog_get_articles (self->catalog);
  g_autoptr (CoachArticle) article = g_list_model_get_item (articles, 0);

  return coach_article_page_new (self->context, article);
}

static GtkWidget *
make_checkin (ScreensFixture *self)
{
  return coach_checkin_page_new (self->context);
}

static GtkWidget *
make_pain (ScreensFixture *self)
{
  CoachPain last = { .scores = { [COACH_ZONE_LOW_BACK] = 3 } };
  GtkWidget *page = coach_pain_page_new (coach_catalog_get_pain_guide (self->catalog));

  coach_pain_page_set_last (COACH_PAIN_PAGE (page), &last);
  return page;
}

static GtkWidget *
make_before (ScreensFixture *self)
{
  return coach_before_start_page_new (self->context, get_routine (self));
}

static GtkWidget *
make_ease (ScreensFixture *self)
{
  return coach_ease_page_new (self->context, COACH_EASE_STRONG);
}

void
screens_fixture_advance (ScreensFixture *self,
                         guint           seconds)
{
  coach_manual_clock_advance (self->clock, seconds * (gint64) G_USEC_PER_SEC);
}

GtkWidget *
screens_fixture_make_session (ScreensFixture *self,
                              CoachRoutine   *routine)
{
  g_autoptr (CoachPlan) plan = NULL;

  plan = coach_app_context_make_plan (self->context, routine, NULL, NULL);
  g_clear_object (&self->session);
  self->session = coach_session_new (plan, COACH_CLOCK (self->clock));
  coach_session_start (self->session);
  return coach_session_page_new (self->context, self->session);
}

static GtkWidget *
make_session (ScreensFixture *self)
{
  return screens_fixture_make_session (self, get_routine (self));
}

static GtkWidget *
make_hold (ScreensFixture *self)
{
  GtkWidget *page = make_session (self);

  screens_fixture_advance (self, 10);
  return page;
}

static GtkWidget *
make_paused (ScreensFixture *self)
{
  GtkWidget *page = make_hold (self);

  coach_session_pause (self->session);
  return page;
}

static void
show_far_view (GtkWidget *page)
{
  gtk_widget_activate_action (page, "far-view.toggle", NULL);
}

static GtkWidget *
make_far_view (ScreensFixture *self)
{
  GtkWidget *page = make_hold (self);

  g_signal_connect_after (page, "map", G_CALLBACK (show_far_view), NULL);
  return page;
}

static GtkWidget *
make_finish (ScreensFixture *self)
{
  g_autoptr (CoachSessionReport) report = NULL;

  g_object_unref (g_object_ref_sink (make_session (self)));
  screens_fixture_advance (self, 3600);
  report = coach_session_dup_report (self->session);
  return coach_finish_page_new (self->context, report);
}

static GtkWidget *
make_hurts (ScreensFixture *self)
{
  CoachHurtsFacts facts = { .in_session = TRUE };
  CoachMovement *movement = coach_catalog_lookup_movement (self->catalog, "figure-four-supine");

  return GTK_WIDGET (coach_hurts_dialog_new (NULL, self->catalog, COACH_CLOCK (self->clock),
                                             movement, &facts));
}

/* The third answer asks how much. */
static GtkWidget *
make_how_much (ScreensFixture *self)
{
  GtkWidget *dialog = make_hurts (self);
  GObject *choices;
  GtkWidget *answer;

  choices = gtk_widget_get_template_child (dialog, COACH_TYPE_HURTS_DIALOG, "choices");
  answer = gtk_widget_get_first_child (GTK_WIDGET (choices));
  answer = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (answer));
  g_signal_emit_by_name (answer, "clicked");
  return dialog;
}

static GPtrArray *
dup_questions (ScreensFixture *self)
{
  return coach_screening_reason_dup_questions (coach_catalog_get_screening (self->catalog),
                                               "all");
}

static GtkWidget *
make_welcome (ScreensFixture *self)
{
  g_autoptr (GPtrArray) questions = dup_questions (self);

  return coach_welcome_page_new (self->context, questions);
}

static GtkWidget *
make_questions (ScreensFixture *self)
{
  g_autoptr (GPtrArray) questions = dup_questions (self);

  return coach_questions_page_new (self->context, questions, TRUE);
}

static GtkWidget *
make_warning (ScreensFixture *self)
{
  return coach_warning_page_new (self->context);
}

static GtkWidget *
make_warning_signs (ScreensFixture *self)
{
  return coach_warning_signs_window_new (NULL, self->context);
}

static GtkWidget *
make_preferences (ScreensFixture *self)
{
  return coach_preferences_window_new (NULL, self->context);
}

static GtkWidget *
make_answers (ScreensFixture *self)
{
  return coach_answers_page_new (self->context);
}

static GtkWidget *
make_orders (ScreensFixture *self)
{
  return coach_orders_page_new (self->context);
}

static GtkWidget *
make_left_out (ScreensFixture *self)
{
  return coach_left_out_page_new (self->context);
}

static GtkWidget *
make_reminders (ScreensFixture *self)
{
  return coach_reminders_page_new (self->context);
}

static GtkWidget *
make_voice (ScreensFixture *self)
{
  return coach_voice_page_new (self->context);
}

static GtkWidget *
make_pack (ScreensFixture *self)
{
  static char *no_sentences[] = { NULL };
  CoachPackOffer offer = {
    .kind = COACH_PACK_HEAT, .minutes = 15, .refusals = no_sentences, .notes = no_sentences
  };

  return coach_pack_window_new (NULL, coach_catalog_get_safety_guide (self->catalog), &offer);
}

static GtkWidget *
make_report (ScreensFixture *self)
{
  return coach_report_dialog_new (NULL, self->context);
}

static GtkWidget *
make_sheet (ScreensFixture *self)
{
  return coach_sheet_dialog_new (NULL, self->context, G_OBJECT (get_routine (self)));
}

const Screen screens_fixture_screens[] = {
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
  { NULL },
};

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
void
screens_fixture_let_draw (ScreensFixture *self)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);
  int ticks = 3;

  gtk_widget_add_tick_callback (self->window, tick_cb, &ticks, NULL);
  while (ticks > 0 && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

/* Shows a page in a window of that size; a dialog has its own. */
void
screens_fixture_show (ScreensFixture *self,
                      GtkWidget      *page,
                      int             width,
                      int             height)
{
  self->window = GTK_IS_WINDOW (page) ? page : adw_window_new ();
  if (page != self->window)
    adw_window_set_content (ADW_WINDOW (self->window), page);
  if (page != self->window || COACH_IS_WINDOW (page))
    gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  screens_fixture_let_draw (self);
}

/* Styles and icons, which an application loads by itself. */
void
screens_fixture_load_look (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCES "/icons");
}

