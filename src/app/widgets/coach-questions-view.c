#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-questions-view.h"

#include <glib/gi18n.h>

#include "coach-question-row.h"
#include "coach-questions-state.h"

#define ROOM_BELOW 12 /* pixels between an answer that was scrolled to and the edge */

struct _CoachQuestionsView
{
  GtkWidget             parent_instance;

  CoachAppContext      *context;  /* (owned) (nullable) until something is asked */
  CoachQuestionsState  *state;    /* (owned) (nullable) until something is asked */
  gboolean              by_group;
  guint                 page;
  gboolean              was_told; /* whether what to do was shown for the answers of this page */
  int                   frames_to_wait; /* until an answered row is scrolled to */

  GtkWidget            *content;
  GtkScrolledWindow    *scroller;
  GtkLabel             *step_label;
  GtkLabel             *title_label;
  GtkLabel             *intro_label;
  GtkBox               *rows;
  GtkWidget            *help_button;
  GtkButton            *next_button;
};

typedef enum
{
  SIGNAL_FINISHED,
  SIGNAL_HELP,
} CoachQuestionsViewSignal;

static guint signals[SIGNAL_HELP + 1];

/**
 * CoachQuestionsView:
 *
 * Asks warning-sign questions, a page after the other. Somebody without signs presses one button a
 * page.
 */
G_DEFINE_FINAL_TYPE (CoachQuestionsView, coach_questions_view, GTK_TYPE_WIDGET)

static const char *
get_title (CoachScreeningGroup group)
{
  switch (group)
    {
    case COACH_SCREENING_GROUP_EMERGENCY:
      return _("First, the rare signs");
    case COACH_SCREENING_GROUP_TODAY:
      return _("Signs to phone about");
    case COACH_SCREENING_GROUP_SOON:
      return _("Signs to mention");
    case COACH_SCREENING_GROUP_ABOUT_YOU:
    default:
      return _("A little about you");
    }
}

static const char *
get_intro (CoachScreeningGroup group)
{
  switch (group)
    {
    case COACH_SCREENING_GROUP_EMERGENCY:
      return _("These are rare, and need help straight away. Does one of them apply to you?");
    case COACH_SCREENING_GROUP_TODAY:
      return _("These should be looked at soon, most of them today. Does one of them apply to you?");
    case COACH_SCREENING_GROUP_SOON:
      return _("These are worth a visit to a doctor or physiotherapist. Does one of them apply to "
               "you?");
    case COACH_SCREENING_GROUP_ABOUT_YOU:
    default:
      return _("So that Lowtide leaves out what does not suit you. Does one of these apply?");
    }
}

static void
show_titles (CoachQuestionsView *self)
{
  GPtrArray *questions = coach_questions_state_get_page (self->state, self->page);
  guint n_pages = coach_questions_state_get_n_pages (self->state);
  CoachScreeningGroup group;
  g_autofree char *step = NULL;

  group = ((const CoachScreeningQuestion *) g_ptr_array_index (questions, 0))->group;
  /* Translators: the number of a page and how many there are */
  step = g_strdup_printf (_("Questions, page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_text (self->step_label, step);
  gtk_widget_set_visible (GTK_WIDGET (self->step_label), n_pages > 1);
  gtk_label_set_text (self->title_label,
                      self->by_group ? get_title (group) : _("Has anything changed?"));
  gtk_label_set_text (self->intro_label,
                      self->by_group ? get_intro (group)
                                     : _("Lowtide asks from time to time, so that exercise stays "
                                         "right for you. Does one of these apply to you now?"));
}

static const char *
get_next_label (CoachQuestionsNext next)
{
  switch (next)
    {
    case COACH_QUESTIONS_NONE_OF_THESE:
      return _("None of these");
    case COACH_QUESTIONS_NONE_OF_OTHERS:
    case COACH_QUESTIONS_WAIT:
      return _("None of the others");
    case COACH_QUESTIONS_CONTINUE:
    default:
      return _("Continue");
    }
}

/* The one thing to do stands out. */
static void
update_buttons (CoachQuestionsView *self)
{
  CoachQuestionsNext next = coach_questions_state_get_next (self->state, self->page);
  gboolean needs_help = coach_questions_state_does_block (self->state, self->page);

  gtk_button_set_label (self->next_button, get_next_label (next));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.next", next != COACH_QUESTIONS_WAIT);
  gtk_widget_set_visible (self->help_button, needs_help);
  if (needs_help)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "start");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "start");
}

/* What an answer brings is below it, perhaps out of sight. */
static gboolean
scroll_to_row_cb (GtkWidget     *row,
                  GdkFrameClock *frame_clock,
                  gpointer       user_data)
{
  CoachQuestionsView *self = COACH_QUESTIONS_VIEW (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;
  double excess;

  if (self->frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self->scroller), &bounds))
    return G_SOURCE_REMOVE;
  excess = bounds.origin.y + bounds.size.height + ROOM_BELOW
           - gtk_adjustment_get_page_size (adjustment);
  excess = MIN (excess, bounds.origin.y);
  if (excess > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + excess);
  return G_SOURCE_REMOVE;
}

static void
row_answered_cb (CoachQuestionsView *self,
                 GtkWidget          *row)
{
  self->was_told = FALSE;
  update_buttons (self);
  self->frames_to_wait = 1; /* its new height comes with the next one */
  gtk_widget_add_tick_callback (row, scroll_to_row_cb, self, NULL);
}

static void
show_page (CoachQuestionsView *self,
           guint               page)
{
  GPtrArray *questions = coach_questions_state_get_page (self->state, page);
  GtkWidget *child;

  self->page = page;
  self->was_told = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < questions->len; i++)
    {
      GtkWidget *row = coach_question_row_new (self->context, self->state,
                                               g_ptr_array_index (questions, i));

      g_signal_connect_object (row, "answered", G_CALLBACK (row_answered_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }
  show_titles (self);
  update_buttons (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
help_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  COACH_QUESTIONS_VIEW (widget)->was_told = TRUE;
  g_signal_emit (widget, signals[SIGNAL_HELP], 0);
}

/* After the last page whoever asked looks at the answers as a whole. */
static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachQuestionsView *self = COACH_QUESTIONS_VIEW (widget);
  gboolean is_last = self->page + 1 == coach_questions_state_get_n_pages (self->state);

  coach_questions_state_say_no (self->state, self->page);
  if (is_last)
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  else if (!self->was_told && coach_questions_state_does_block (self->state, self->page))
    {
      show_page (self, self->page);
      help_cb (widget, NULL, NULL);
    }
  else
    {
      show_page (self, self->page + 1);
      gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
    }
}

static void
coach_questions_view_dispose (GObject *object)
{
  CoachQuestionsView *self = COACH_QUESTIONS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_QUESTIONS_VIEW);
  g_clear_pointer (&self->state, coach_questions_state_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_questions_view_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * CoachQuestionsView::finished:
   *
   * All questions have an answer.
   */
  signals[SIGNAL_FINISHED]
      = g_signal_new ("finished", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachQuestionsView::help:
   *
   * An answer turned exercises off: it is time to say what to do.
   */
  signals[SIGNAL_HELP] = g_signal_new ("help", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_questions_view_class_init (CoachQuestionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_questions_view_dispose;
  install_signals (G_OBJECT_CLASS (klass));

  gtk_widget_class_install_action (widget_class, "questions.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "questions.help", NULL, help_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-questions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, content);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, step_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, intro_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, rows);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, help_button);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsView, next_button);
}

static void
coach_questions_view_init (CoachQuestionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_questions_view_ask:
 * @self: a view
 * @context: what pages are given
 * @questions: (element-type CoachScreeningQuestion): what is asked; at least one
 * @by_group: whether each group has a page of its own
 *
 * Begins to ask. What is answered is kept at once.
 */
void
coach_questions_view_ask (CoachQuestionsView *self,
                          CoachAppContext    *context,
                          GPtrArray          *questions,
                          gboolean            by_group)
{
  CoachCatalog *catalog;
  CoachProfile *profile;
  GDate today;

  g_return_if_fail (COACH_IS_QUESTIONS_VIEW (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (questions != NULL && questions->len > 0);
  g_return_if_fail (self->state == NULL);

  catalog = coach_app_context_get_catalog (context);
  profile = coach_app_context_get_profile (context);
  coach_app_context_get_today (context, &today);
  self->context = g_object_ref (context);
  self->by_group = by_group;
  self->state = coach_questions_state_new (coach_catalog_get_screening (catalog),
                                           coach_profile_get_screening (profile), questions,
                                           by_group, &today);
  show_page (self, 0);
}

/**
 * coach_questions_view_go_back:
 * @self: a view
 *
 * Goes back by a page, where there is one.
 *
 * Returns: whether there was one
 */
gboolean
coach_questions_view_go_back (CoachQuestionsView *self)
{
  g_return_val_if_fail (COACH_IS_QUESTIONS_VIEW (self), FALSE);

  if (self->state == NULL || self->page == 0)
    return FALSE;
  show_page (self, self->page - 1);
  return TRUE;
}

/**
 * coach_questions_view_say_yes:
 * @self: a view that asks
 * @id: the id of one of its questions
 *
 * Answers a question with what the person has said already.
 */
void
coach_questions_view_say_yes (CoachQuestionsView *self,
                              const char         *id)
{
  CoachCatalog *catalog;
  const CoachScreeningQuestion *question;

  g_return_if_fail (COACH_IS_QUESTIONS_VIEW (self));
  g_return_if_fail (self->state != NULL);
  g_return_if_fail (id != NULL);

  catalog = coach_app_context_get_catalog (self->context);
  question = coach_screening_lookup_question (coach_catalog_get_screening (catalog), id);
  if (question == NULL || coach_questions_state_get_given (self->state, question) == NULL)
    return;
  coach_questions_state_answer (self->state, question, COACH_ANSWER_YES);
  show_page (self, self->page);
}
