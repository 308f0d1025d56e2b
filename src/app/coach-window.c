#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-window-private.h"

#include "coach-article-page.h"
#include "coach-focus-keeper.h"
#include "coach-lore-page.h"
#include "coach-move-page.h"
#include "coach-moves-page.h"
#include "coach-progress-page.h"
#include "coach-routine-page.h"
#include "coach-routines-page.h"
#include "coach-toast.h"
#include "coach-today-page.h"

typedef enum
{
  PROP_CONTEXT = 1,
} CoachWindowProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachWindow:
 *
 * The window: four views side by side, and pages pushed over them.
 */
G_DEFINE_FINAL_TYPE (CoachWindow, coach_window, ADW_TYPE_APPLICATION_WINDOW)

static void
transition_running_changed_cb (CoachWindow *self)
{
  coach_window_settle_pages (self);
}

static void
show_move_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  coach_window_show_move (COACH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_lore_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);

  coach_window_push_page (self, coach_lore_page_new (self->context));
}

static void
show_article_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);
  CoachArticle *article;

  article = coach_catalog_lookup_article (coach_app_context_get_catalog (self->context),
                                          g_variant_get_string (parameter, NULL));
  if (article != NULL)
    coach_window_push_page (self, coach_article_page_new (self->context, article));
}

static void
show_routine_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  coach_window_show_routine (COACH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
start_routine_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);
  CoachRoutine *routine;

  routine = coach_catalog_lookup_routine (coach_app_context_get_catalog (self->context),
                                          g_variant_get_string (parameter, NULL));
  if (routine != NULL)
    coach_window_start_routine (self, routine);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  coach_window_print (COACH_WINDOW (widget));
}

static void
print_move_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  coach_window_print_move (COACH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
print_routine_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  coach_window_print_routine (COACH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  coach_window_gate_check_in (COACH_WINDOW (widget)->gate);
}

static void
show_screening_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  coach_window_gate_show_screening (COACH_WINDOW (widget)->gate,
                                    g_variant_get_string (parameter, NULL));
}

static void
show_warning_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  coach_window_gate_show_warning (COACH_WINDOW (widget)->gate);
}

static void
show_welcome_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  coach_window_gate_show_welcome (COACH_WINDOW (widget)->gate);
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  coach_window_show_view (COACH_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);

  if (!coach_window_ask_to_leave (self))
    coach_window_go_back (self);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);

  coach_window_show_view (self, "moves");
  coach_moves_page_search (self->moves_page);
}

static void
show_avoid_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CoachWindow *self = COACH_WINDOW (widget);

  coach_window_show_view (self, "moves");
  coach_moves_page_show_avoid (self->moves_page);
}

static void
toggle_fullscreen_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  coach_window_toggle_fullscreen (COACH_WINDOW (widget));
}

/* The button in the corner: who points at it has aimed. */
static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  coach_window_close (COACH_WINDOW (widget));
}

static void
restore_size (CoachWindow *self)
{
  GSettings *settings = coach_app_context_get_settings (self->context);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_size (CoachWindow *self)
{
  GSettings *settings = coach_app_context_get_settings (self->context);
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (maximized || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

static void
show_content (CoachWindow *self)
{
  coach_today_page_set_context (self->today_page, self->context);
  coach_routines_page_set_context (self->routines_page, self->context);
  coach_moves_page_set_context (self->moves_page, self->context);
  coach_progress_page_set_context (self->progress_page, self->context);
}

static gboolean
coach_window_close_request (GtkWindow *window)
{
  CoachWindow *self = COACH_WINDOW (window);

  if (!self->is_closing && coach_window_ask_to_leave (self))
    return TRUE;

  save_size (self);
  coach_window_let_screen_sleep (self);
  coach_reminder_link_set_session (coach_app_context_get_reminder (self->context), FALSE);

  return GTK_WINDOW_CLASS (coach_window_parent_class)->close_request (window);
}

static void
coach_window_constructed (GObject *object)
{
  CoachWindow *self = COACH_WINDOW (object);

  G_OBJECT_CLASS (coach_window_parent_class)->constructed (object);

  restore_size (self);
  show_content (self);
  self->gate = coach_window_gate_new (self);
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

static void
coach_window_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  CoachWindow *self = COACH_WINDOW (object);

  switch ((CoachWindowProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_window_dispose (GObject *object)
{
  CoachWindow *self = COACH_WINDOW (object);

  /* Pages that are left know the gate. */
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_WINDOW);
  g_clear_pointer (&self->gate, coach_window_gate_free);
  self->session_page = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->prompter);
  g_clear_object (&self->remote);
  g_clear_object (&self->recorder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.check-in", NULL, check_in_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.print-move", "s", print_move_cb);
  gtk_widget_class_install_action (widget_class, "win.print-routine", "s", print_routine_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-article", "s", show_article_cb);
  gtk_widget_class_install_action (widget_class, "win.show-avoid", NULL, show_avoid_cb);
  gtk_widget_class_install_action (widget_class, "win.show-lore", NULL, show_lore_cb);
  gtk_widget_class_install_action (widget_class, "win.show-move", "s", show_move_cb);
  gtk_widget_class_install_action (widget_class, "win.show-routine", "s", show_routine_cb);
  gtk_widget_class_install_action (widget_class, "win.show-screening", "s", show_screening_cb);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.show-warning", NULL, show_warning_cb);
  gtk_widget_class_install_action (widget_class, "win.show-welcome", NULL, show_welcome_cb);
  gtk_widget_class_install_action (widget_class, "win.start-routine", "s", start_routine_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-fullscreen", NULL,
                                   toggle_fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "window.close", NULL, close_cb);
}

static void
coach_window_class_init (CoachWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_window_constructed;
  object_class->set_property = coach_window_set_property;
  object_class->dispose = coach_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = coach_window_close_request;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachWindow::session-ended:
   * @self: the window
   *
   * The session in it is over, led to its end or not.
   */
  g_signal_new ("session-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_MOVES_PAGE);
  g_type_ensure (COACH_TYPE_PROGRESS_PAGE);
  g_type_ensure (COACH_TYPE_ROUTINES_PAGE);
  g_type_ensure (COACH_TYPE_TODAY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/coach-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, moves_page);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, progress_page);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, routines_page);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, today_page);
  gtk_widget_class_bind_template_child (widget_class, CoachWindow, views);
  gtk_widget_class_bind_template_callback (widget_class, transition_running_changed_cb);
  install_actions (widget_class);
}

static void
coach_window_init (CoachWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_focus_keeper_watch (GTK_WINDOW (self));
}

/**
 * coach_window_new:
 * @application: the application
 * @context: what pages are given
 *
 * Makes the window.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
CoachWindow *
coach_window_new (GtkApplication  *application,
                  CoachAppContext *context)
{
  return g_object_new (COACH_TYPE_WINDOW, "application", application, "context", context, NULL);
}

/**
 * coach_window_show_view:
 * @self: a window
 * @name: "today", "routines", "moves" or "progress"
 *
 * Goes back to the views and shows one of them. A running session is not left.
 */
void
coach_window_show_view (CoachWindow *self,
                        const char  *name)
{
  g_return_if_fail (COACH_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (coach_window_is_in_session (self))
    return;
  coach_window_go_to_views (self);
  adw_view_stack_set_visible_child_name (self->views, name);
}

/**
 * coach_window_show_check:
 * @self: a window
 *
 * Shows Today, and there the question of how it is after a session. A running session is not left.
 */
void
coach_window_show_check (CoachWindow *self)
{
  g_return_if_fail (COACH_IS_WINDOW (self));

  coach_window_show_view (self, "today");
  coach_today_page_focus_check (self->today_page);
}

/**
 * coach_window_show_move:
 * @self: a window
 * @id: the id of a movement or a move to avoid
 *
 * Pushes the page of a move.
 */
void
coach_window_show_move (CoachWindow *self,
                        const char  *id)
{
  CoachMove *move;

  g_return_if_fail (COACH_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  move = coach_catalog_lookup_move (coach_app_context_get_catalog (self->context), id);
  if (move != NULL)
    coach_window_push_page (self, coach_move_page_new (self->context, move));
}

/**
 * coach_window_show_routine:
 * @self: a window
 * @id: the id of a routine
 *
 * Pushes the page of a routine.
 */
void
coach_window_show_routine (CoachWindow *self,
                           const char  *id)
{
  CoachRoutine *routine;

  g_return_if_fail (COACH_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  routine = coach_catalog_lookup_routine (coach_app_context_get_catalog (self->context), id);
  if (routine != NULL)
    coach_window_push_page (self, coach_routine_page_new (self->context, routine));
}

/**
 * coach_window_start_routine:
 * @self: a window
 * @routine: a routine
 *
 * Leads to a session, past all that has to come before it: questions, how it is today, and what to
 * leave out. A running session is not left.
 */
void
coach_window_start_routine (CoachWindow  *self,
                            CoachRoutine *routine)
{
  g_return_if_fail (COACH_IS_WINDOW (self));
  g_return_if_fail (COACH_IS_ROUTINE (routine));

  coach_window_gate_open (self->gate, routine);
}

/**
 * coach_window_start_today:
 * @self: a window
 *
 * The same with the routine that Today recommends. When it recommends none, a page says why.
 */
void
coach_window_start_today (CoachWindow *self)
{
  g_return_if_fail (COACH_IS_WINDOW (self));

  coach_window_gate_open (self->gate, coach_today_page_get_routine (self->today_page));
}

/**
 * coach_window_greet:
 * @self: a window that has just been made
 *
 * Shows what comes by itself at an opening: Welcome, or questions after a long break.
 */
void
coach_window_greet (CoachWindow *self)
{
  g_return_if_fail (COACH_IS_WINDOW (self));

  coach_window_gate_greet (self->gate);
}

/**
 * coach_window_tell:
 * @self: a window
 * @text: a translated sentence
 *
 * Tells the person something in passing.
 */
void
coach_window_tell (CoachWindow *self,
                   const char  *text)
{
  g_return_if_fail (COACH_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (coach_window_tell_in_session (self, text))
    return;
  coach_toast_show (self->toasts, text);
}

/**
 * coach_window_get_context:
 * @self: a window
 *
 * Gets what pages are given.
 *
 * Returns: (transfer none): the context
 */
CoachAppContext *
coach_window_get_context (CoachWindow *self)
{
  g_return_val_if_fail (COACH_IS_WINDOW (self), NULL);

  return self->context;
}
