#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-welcome-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "coach-about-you-page.h"
#include "coach-questions-view.h"
#include "coach-reminders-page.h"

/* The four pages, in their order; there are no questions when all have been answered. */
typedef enum
{
  STEP_WHAT,
  STEP_QUESTIONS,
  STEP_ABOUT,
  STEP_REMINDERS,
} Step;

static const char * const step_names[] = { "what", "questions", "about", "reminders" };

struct _CoachWelcomePage
{
  GtkWidget           parent_instance;

  CoachAppContext    *context;       /* (owned) (not nullable) */
  gboolean            has_questions;
  Step                step;
  gboolean            was_entered;   /* whether the keyboard has found its first place */

  GtkWidget          *content;
  GtkStack           *steps;
  GtkLabel           *short_label;
  GtkLabel           *long_label;
  GtkCheckButton     *read_check;
  CoachQuestionsView *questions;
  AdwBin             *about_bin;
  AdwBin             *reminders_bin;
  GtkWidget          *next_bar;
  GtkButton          *next_button;
};

typedef enum
{
  SIGNAL_FINISHED,
  SIGNAL_HELP,
} CoachWelcomePageSignal;

static guint signals[SIGNAL_HELP + 1];

/**
 * CoachWelcomePage:
 *
 * What is said and asked before the first session: what the program is and is not, the warning
 * signs, a little about the person, and reminders.
 */
G_DEFINE_FINAL_TYPE (CoachWelcomePage, coach_welcome_page, GTK_TYPE_WIDGET)

static void
update_next (CoachWelcomePage *self)
{
  gboolean can_go_on = self->step != STEP_WHAT || gtk_check_button_get_active (self->read_check);

  gtk_widget_set_visible (self->next_bar, self->step != STEP_QUESTIONS);
  gtk_button_set_label (self->next_button,
                        self->step == STEP_REMINDERS ? _("Done") : _("Continue"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "welcome.next", can_go_on);
}

static void
show_step (CoachWelcomePage *self,
           Step              step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  update_next (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
read_toggled_cb (CoachWelcomePage *self)
{
  update_next (self);
}

/* The tick is kept at once: who leaves at the questions need not read the first page again. */
static void
keep_welcomed (CoachWelcomePage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  GDate today;

  if (coach_profile_get_welcomed (profile) != NULL)
    return;
  coach_app_context_get_today (self->context, &today);
  coach_profile_set_welcomed (profile, &today);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachWelcomePage *self = COACH_WELCOME_PAGE (widget);

  switch (self->step)
    {
    case STEP_WHAT:
      keep_welcomed (self);
      show_step (self, self->has_questions ? STEP_QUESTIONS : STEP_ABOUT);
      break;
    case STEP_QUESTIONS:
      show_step (self, STEP_ABOUT);
      break;
    case STEP_ABOUT:
      show_step (self, STEP_REMINDERS);
      break;
    case STEP_REMINDERS:
    default:
      g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
      break;
    }
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachWelcomePage *self = COACH_WELCOME_PAGE (widget);

  switch (self->step)
    {
    case STEP_WHAT:
      gtk_widget_activate_action (widget, "win.back", NULL);
      break;
    case STEP_QUESTIONS:
      if (!coach_questions_view_go_back (self->questions))
        show_step (self, STEP_WHAT);
      break;
    case STEP_ABOUT:
      show_step (self, self->has_questions ? STEP_QUESTIONS : STEP_WHAT);
      break;
    case STEP_REMINDERS:
    default:
      show_step (self, STEP_ABOUT);
      break;
    }
}

static void
questions_finished_cb (CoachWelcomePage *self)
{
  show_step (self, STEP_ABOUT);
}

static void
questions_help_cb (CoachWelcomePage *self)
{
  g_signal_emit (self, signals[SIGNAL_HELP], 0);
}

/* The keyboard begins at what is to be ticked; from there on it goes its way. */
static gboolean
coach_welcome_page_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  CoachWelcomePage *self = COACH_WELCOME_PAGE (widget);

  if (self->step == STEP_WHAT && !self->was_entered)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (GTK_WIDGET (self->read_check));
    }
  return GTK_WIDGET_CLASS (coach_welcome_page_parent_class)->focus (widget, direction);
}

static void
coach_welcome_page_dispose (GObject *object)
{
  CoachWelcomePage *self = COACH_WELCOME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_WELCOME_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_welcome_page_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * CoachWelcomePage::finished:
   *
   * The person has come to the end.
   */
  signals[SIGNAL_FINISHED]
      = g_signal_new ("finished", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachWelcomePage::help:
   *
   * An answer turned exercises off: it is time to say what to do.
   */
  signals[SIGNAL_HELP] = g_signal_new ("help", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, steps);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, short_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, long_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, read_check);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, questions);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, about_bin);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, reminders_bin);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, next_bar);
  gtk_widget_class_bind_template_child (widget_class, CoachWelcomePage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, read_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, questions_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, questions_help_cb);
}

static void
coach_welcome_page_class_init (CoachWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_welcome_page_dispose;
  widget_class->focus = coach_welcome_page_focus;
  install_signals (G_OBJECT_CLASS (klass));

  g_type_ensure (COACH_TYPE_QUESTIONS_VIEW);
  gtk_widget_class_install_action (widget_class, "welcome.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "welcome.back", NULL, back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
coach_welcome_page_init (CoachWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_texts (CoachWelcomePage *self)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);
  g_autofree char *text = NULL;

  text = coach_app_context_dup_filled (
      self->context, coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_DISCLAIMER_LONG));
  gtk_label_set_text (self->short_label,
                      coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_DISCLAIMER_SHORT));
  gtk_label_set_text (self->long_label, text);
}

/**
 * coach_welcome_page_new:
 * @context: what pages are given
 * @questions: (element-type CoachScreeningQuestion): the warning-sign questions to ask; may be empty
 *
 * Makes the first screen.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_welcome_page_new (CoachAppContext *context,
                        GPtrArray       *questions)
{
  CoachWelcomePage *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (questions != NULL, NULL);

  self = g_object_new (COACH_TYPE_WELCOME_PAGE, NULL);
  self->context = g_object_ref (context);
  self->has_questions = questions->len > 0;
  show_texts (self);
  gtk_check_button_set_active (
      self->read_check,
      coach_profile_get_welcomed (coach_app_context_get_profile (context)) != NULL);
  if (self->has_questions)
    coach_questions_view_ask (self->questions, context, questions, TRUE);
  adw_bin_set_child (self->about_bin, coach_about_you_page_new (context));
  adw_bin_set_child (self->reminders_bin, coach_reminders_page_new (context));
  update_next (self);
  return GTK_WIDGET (self);
}
