#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-answers-page.h"

#include <glib/gi18n.h>

#include "coach-help-group.h"

struct _CoachAnswersPage
{
  AdwPreferencesPage  parent_instance;

  CoachAppContext    *context; /* (owned) (not nullable) */

  AdwActionRow       *cleared_row;
  AdwActionRow       *reviewed_rows[COACH_N_WARNINGS];
};

/**
 * CoachAnswersPage:
 *
 * What the person answered before the first session, to be answered again, and what can be undone
 * of it.
 */
G_DEFINE_FINAL_TYPE (CoachAnswersPage, coach_answers_page, ADW_TYPE_PREFERENCES_PAGE)

static CoachScreeningRecord *
get_record (CoachAnswersPage *self)
{
  return coach_profile_get_screening (coach_app_context_get_profile (self->context));
}

static void
update_reviewed (CoachAnswersPage *self,
                 CoachWarning      warning)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  const GDate *reviewed = coach_reviewed_get (coach_profile_get_reviewed (profile), warning);
  g_autofree char *text = NULL;
  char day[64];

  gtk_widget_set_visible (GTK_WIDGET (self->reviewed_rows[warning]), reviewed != NULL);
  if (reviewed == NULL || g_date_strftime (day, sizeof day, C_ ("date", "%-d %B %Y"), reviewed) == 0)
    return;
  /* Translators: %s is a day */
  text = g_strdup_printf (_("Said on %s. It is asked again when that is long ago."), day);
  adw_action_row_set_subtitle (self->reviewed_rows[warning], text);
}

static void
update_cleared (CoachAnswersPage *self)
{
  const GDate *cleared = coach_screening_record_get_cleared (get_record (self));
  g_autofree char *text = NULL;
  char day[64];

  gtk_widget_set_visible (GTK_WIDGET (self->cleared_row), cleared != NULL);
  if (cleared == NULL || g_date_strftime (day, sizeof day, C_ ("date", "%-d %B %Y"), cleared) == 0)
    return;
  /* Translators: %s is a day */
  text = g_strdup_printf (_("On %s: exercise is fine. It covers what you answered until then."),
                          day);
  adw_action_row_set_subtitle (self->cleared_row, text);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  coach_screening_record_set_cleared (get_record (COACH_ANSWERS_PAGE (widget)), NULL);
}

static void
update_widgets (CoachAnswersPage *self)
{
  update_cleared (self);
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    update_reviewed (self, i);
}

static void
undo_review_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CoachAnswersPage *self = COACH_ANSWERS_PAGE (widget);
  CoachWarning warning;

  if (coach_warning_from_id (g_variant_get_string (parameter, NULL), &warning))
    coach_profile_set_reviewed (coach_app_context_get_profile (self->context), warning, NULL);
}

/* The main window asks; this one makes room for it. */
static void
leave_for (CoachAnswersPage *self,
           const char       *action,
           const char       *target)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, target != NULL ? "s" : NULL, target);
  gtk_window_close (window);
}

static void
answer_activated_cb (CoachAnswersPage *self)
{
  leave_for (self, "win.show-screening", "all");
}

static void
warning_activated_cb (CoachAnswersPage *self)
{
  leave_for (self, "win.show-warning", NULL);
}

static void
welcome_activated_cb (CoachAnswersPage *self)
{
  leave_for (self, "win.show-welcome", NULL);
}

static void
coach_answers_page_dispose (GObject *object)
{
  CoachAnswersPage *self = COACH_ANSWERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ANSWERS_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_answers_page_parent_class)->dispose (object);
}

static void
bind_reviewed_row (GtkWidgetClass *widget_class,
                   const char     *name,
                   CoachWarning    warning)
{
  gssize offset = (gssize) (G_STRUCT_OFFSET (CoachAnswersPage, reviewed_rows)
                            + warning * sizeof (AdwActionRow *));

  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, offset);
}

static void
coach_answers_page_class_init (CoachAnswersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_answers_page_dispose;

  gtk_widget_class_install_action (widget_class, "answers.undo-clearing", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "answers.undo-review", "s", undo_review_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAnswersPage, cleared_row);
  bind_reviewed_row (widget_class, "left_reviewed_row", COACH_WARNING_LEFT);
  bind_reviewed_row (widget_class, "right_reviewed_row", COACH_WARNING_RIGHT);
  bind_reviewed_row (widget_class, "both_reviewed_row", COACH_WARNING_BOTH);
  gtk_widget_class_bind_template_callback (widget_class, answer_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, welcome_activated_cb);
}

static void
coach_answers_page_init (CoachAnswersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_answers_page_new:
 * @context: what pages are given
 *
 * Makes the page of the preferences.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_answers_page_new (CoachAppContext *context)
{
  CoachAnswersPage *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_ANSWERS_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (update_widgets), self, G_CONNECT_SWAPPED);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                            ADW_PREFERENCES_GROUP (coach_help_group_new (context)));
  update_widgets (self);
  return GTK_WIDGET (self);
}
