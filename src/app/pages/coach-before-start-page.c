#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-before-start-page.h"

#include <glib/gi18n.h>

#include "coach-before-start-state.h"
#include "coach-concern-card.h"
#include "coach-notice-bar.h"
#include "coach-plan-words.h"

struct _CoachBeforeStartPage
{
  GtkWidget        parent_instance;

  CoachAppContext *context;     /* (owned) (not nullable), given at construction */
  CoachRoutine    *routine;     /* (owned) (not nullable), given at construction */
  CoachPlan       *plan;        /* (owned) (nullable): with what is chosen so far; %NULL when there
                                 * is nothing to start */
  gboolean         was_entered; /* whether the keyboard has found its first place */

  GtkWidget       *content;
  GtkStack        *contents;
  CoachNoticeBar  *notice_bar;
  GtkLabel        *routine_label;
  GtkLabel        *minutes_label;
  GtkLabel        *before_label;
  GtkLabel        *concerns_label;
  GtkBox          *cards;
  GtkWidget       *half_dose_label;
  GtkWidget       *start_button;
  AdwStatusPage   *refusal_page;
  GtkButton       *stand_in_button;
  GtkWidget       *routines_button;
  GtkWidget       *today_button;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_ROUTINE,
} CoachBeforeStartPageProperty;

static GParamSpec *properties[PROP_ROUTINE + 1];

typedef enum
{
  SIGNAL_PLAN_CHOSEN,
} CoachBeforeStartPageSignal;

static guint signals[SIGNAL_PLAN_CHOSEN + 1];

/**
 * CoachBeforeStartPage:
 *
 * Tells, before a session, what in it asks for care and what is left out, and lets the person
 * choose.
 */
G_DEFINE_FINAL_TYPE (CoachBeforeStartPage, coach_before_start_page, GTK_TYPE_WIDGET)

static GPtrArray *
find_swapped (CoachBeforeStartPage *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      const char *id = coach_concern_card_get_swapped (COACH_CONCERN_CARD (card));

      if (id != NULL)
        g_ptr_array_add (ids, (char *) id);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
show_minutes (CoachBeforeStartPage *self)
{
  guint minutes = MAX ((coach_plan_get_total_s (self->plan) + 30) / 60, 1);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
  gtk_label_set_text (self->minutes_label, text);
}

static void
make_plan (CoachBeforeStartPage *self)
{
  g_autoptr (GPtrArray) swapped = find_swapped (self);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->plan);
  self->plan = coach_app_context_make_plan (self->context, self->routine,
                                            (const char *const *) swapped->pdata, &error);
  if (self->plan != NULL)
    show_minutes (self);
  else
    g_info ("%s: %s", coach_routine_get_id (self->routine), error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "before-start.start", self->plan != NULL);
  gtk_stack_set_visible_child_name (self->contents, self->plan != NULL ? "choices" : "refusal");
}

static void
choice_changed_cb (CoachBeforeStartPage *self)
{
  make_plan (self);
}

static void
offer_stand_in (CoachBeforeStartPage *self,
                CoachRoutine         *stand_in)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->stand_in_button), stand_in != NULL);
  if (stand_in == NULL)
    return;
  /* Translators: %s is the title of a routine */
  label = g_strdup_printf (_("Look at “%s” instead"), coach_routine_get_title (stand_in));
  gtk_button_set_label (self->stand_in_button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->stand_in_button)), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->stand_in_button), "s",
                                    coach_routine_get_id (stand_in));
}

/* Another routine helps only where this one is the matter, and not the day. */
static void
show_refusal (CoachBeforeStartPage        *self,
              const CoachBeforeStartState *state)
{
  gboolean is_of_routine = state->refusal == COACH_SESSION_ERROR_NOTHING_SAFE
                           || state->refusal == COACH_SESSION_ERROR_TOO_MUCH_LOST;

  adw_status_page_set_title (self->refusal_page,
                             coach_plan_words_get_refusal_title (state->refusal));
  adw_status_page_set_description (self->refusal_page,
                                   coach_plan_words_get_refusal (state->refusal));
  gtk_widget_set_visible (self->routines_button, is_of_routine);
  gtk_widget_set_visible (self->today_button, !is_of_routine);
  offer_stand_in (self, state->stand_in);
}

static void
show_concerns (CoachBeforeStartPage        *self,
               const CoachBeforeStartState *state)
{
  gtk_widget_set_visible (self->half_dose_label, state->is_half_dose);
  gtk_widget_set_visible (GTK_WIDGET (self->concerns_label), state->concerns->len > 0);
  for (guint i = 0; i < state->concerns->len; i++)
    {
      GtkWidget *card = coach_concern_card_new (coach_app_context_get_catalog (self->context),
                                                g_ptr_array_index (state->concerns, i));

      g_signal_connect_object (card, "choice-changed", G_CALLBACK (choice_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
show_state (CoachBeforeStartPage *self)
{
  g_autoptr (CoachBeforeStartState) state = NULL;

  state = coach_before_start_state_new (self->context, self->routine);
  show_concerns (self, state);
  if (!state->has_plan)
    show_refusal (self, state);
}

static void
show_routine (CoachBeforeStartPage *self)
{
  const char *before = coach_routine_get_before (self->routine);

  gtk_label_set_text (self->routine_label, coach_routine_get_title (self->routine));
  gtk_label_set_text (self->before_label, before != NULL ? before : "");
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), before != NULL);
}

/* A listener may take the page away in the course of this. */
static void
start_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  g_autoptr (CoachPlan) plan = g_object_ref (COACH_BEFORE_START_PAGE (widget)->plan);

  g_signal_emit (widget, signals[SIGNAL_PLAN_CHOSEN], 0, plan);
}

/* The keyboard begins at Start; from there on it goes its way, and round and round. */
static gboolean
coach_before_start_page_focus (GtkWidget        *widget,
                               GtkDirectionType  direction)
{
  CoachBeforeStartPage *self = COACH_BEFORE_START_PAGE (widget);

  if (!self->was_entered && self->plan != NULL)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (self->start_button);
    }
  return GTK_WIDGET_CLASS (coach_before_start_page_parent_class)->focus (widget, direction);
}

static void
coach_before_start_page_constructed (GObject *object)
{
  CoachBeforeStartPage *self = COACH_BEFORE_START_PAGE (object);

  G_OBJECT_CLASS (coach_before_start_page_parent_class)->constructed (object);

  g_return_if_fail (self->context != NULL && self->routine != NULL);

  coach_notice_bar_set_context (self->notice_bar, self->context);
  show_routine (self);
  show_state (self);
  make_plan (self);
}

static void
coach_before_start_page_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  CoachBeforeStartPage *self = COACH_BEFORE_START_PAGE (object);

  switch ((CoachBeforeStartPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ROUTINE:
      self->routine = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_before_start_page_dispose (GObject *object)
{
  CoachBeforeStartPage *self = COACH_BEFORE_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_BEFORE_START_PAGE);
  g_clear_object (&self->plan);
  g_clear_object (&self->routine);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_before_start_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COACH_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-before-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, contents);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, routine_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, minutes_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, before_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, concerns_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, cards);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, half_dose_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, refusal_page);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, stand_in_button);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, routines_button);
  gtk_widget_class_bind_template_child (widget_class, CoachBeforeStartPage, today_button);
}

static void
coach_before_start_page_class_init (CoachBeforeStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_before_start_page_constructed;
  object_class->set_property = coach_before_start_page_set_property;
  object_class->dispose = coach_before_start_page_dispose;
  widget_class->focus = coach_before_start_page_focus;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, given);
  properties[PROP_ROUTINE] = g_param_spec_object ("routine", NULL, NULL, COACH_TYPE_ROUTINE, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  /**
   * CoachBeforeStartPage::plan-chosen:
   * @plan: what the person wants to do
   *
   * The person wants to start.
   */
  signals[SIGNAL_PLAN_CHOSEN]
      = g_signal_new ("plan-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, COACH_TYPE_PLAN);

  gtk_widget_class_install_action (widget_class, "before-start.start", NULL, start_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
coach_before_start_page_init (CoachBeforeStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_before_start_page_new:
 * @context: what pages are given
 * @routine: the routine that is about to start
 *
 * Makes the screen before a session.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_before_start_page_new (CoachAppContext *context,
                             CoachRoutine    *routine)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  return g_object_new (COACH_TYPE_BEFORE_START_PAGE, "context", context, "routine", routine, NULL);
}
