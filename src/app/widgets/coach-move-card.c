#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-card.h"

#include "coach-move-card-state.h"
#include "coach-still-view.h"
#include "coach-strike.h"
#include "coach-verdict-badge.h"

struct _CoachMoveCard
{
  GtkButton          parent_instance;

  CoachAppContext   *context; /* (owned) (not nullable) */
  CoachMove         *move;    /* (owned) (nullable): one of these two */
  CoachRoutine      *routine; /* (owned) (nullable) */
  gboolean           is_struck_out;

  GtkWidget         *tile;
  CoachStillView    *still;
  GtkLabel          *summary;
  CoachStrike       *strike;
  CoachVerdictBadge *badge;
  GtkLabel          *title;
  GtkLabel          *subtitle;
};

/**
 * CoachMoveCard:
 *
 * A move or a routine as a card: picture, verdict, name, one line. Pressed, it shows its page.
 */
G_DEFINE_FINAL_TYPE (CoachMoveCard, coach_move_card, GTK_TYPE_BUTTON)

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Words that stand in for a picture are there to be read: no stroke goes through them. */
static void
show_picture (CoachMoveCard *self,
              gboolean       has_picture)
{
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !has_picture);
  gtk_widget_set_visible (GTK_WIDGET (self->strike), has_picture && self->is_struck_out);
  set_css_class (self->tile, "words", !has_picture);
}

static void
update_widgets (CoachMoveCard *self)
{
  g_autoptr (CoachMoveCardState) state = NULL;

  state = self->move != NULL ? coach_move_card_state_from_move (self->context, self->move)
                             : coach_move_card_state_from_routine (self->context, self->routine);
  gtk_label_set_text (self->title, state->title);
  gtk_label_set_text (self->subtitle, state->subtitle);
  gtk_label_set_text (self->summary, state->summary);
  coach_verdict_badge_set_level (self->badge, state->level);
  coach_still_view_set_still (self->still, coach_still_cache_get_for_context (self->context),
                              state->poster_path);
  self->is_struck_out = state->is_struck_out;
  show_picture (self, state->poster_path != NULL);
  set_css_class (self->tile, "avoid", state->level == COACH_VERDICT_AVOID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->description, -1);
}

static void
load_failed_cb (CoachMoveCard *self)
{
  show_picture (self, FALSE);
}

static void
profile_changed_cb (CoachMoveCard *self)
{
  update_widgets (self);
}

static void
coach_move_card_dispose (GObject *object)
{
  CoachMoveCard *self = COACH_MOVE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_MOVE_CARD);
  g_clear_object (&self->move);
  g_clear_object (&self->routine);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_move_card_parent_class)->dispose (object);
}

static void
coach_move_card_class_init (CoachMoveCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_move_card_dispose;

  g_type_ensure (COACH_TYPE_STILL_VIEW);
  g_type_ensure (COACH_TYPE_STRIKE);
  g_type_ensure (COACH_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-move-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, still);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, strike);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, summary);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, tile);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, title);
  gtk_widget_class_bind_template_callback (widget_class, load_failed_cb);
}

static void
coach_move_card_init (CoachMoveCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CoachMoveCard *
make_card (CoachAppContext *context,
           const char      *action,
           const char      *id)
{
  CoachMoveCard *self = g_object_new (COACH_TYPE_MOVE_CARD, NULL);

  self->context = g_object_ref (context);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * coach_move_card_new:
 * @context: the content and the person
 * @move: a movement or a move to avoid
 *
 * Makes a card that opens the page of a move.
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
coach_move_card_new (CoachAppContext *context,
                     CoachMove       *move)
{
  CoachMoveCard *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  self = make_card (context, "win.show-move", coach_move_get_id (move));
  self->move = g_object_ref (move);
  update_widgets (self);
  return GTK_WIDGET (self);
}

/**
 * coach_move_card_new_routine:
 * @context: the content and the person
 * @routine: a routine
 *
 * Makes a card that opens the page of a routine.
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
coach_move_card_new_routine (CoachAppContext *context,
                             CoachRoutine    *routine)
{
  CoachMoveCard *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  self = make_card (context, "win.show-routine", coach_routine_get_id (routine));
  self->routine = g_object_ref (routine);
  update_widgets (self);
  return GTK_WIDGET (self);
}

/**
 * coach_move_card_get_move:
 * @self: a card
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): a move; %NULL for a routine
 */
CoachMove *
coach_move_card_get_move (CoachMoveCard *self)
{
  g_return_val_if_fail (COACH_IS_MOVE_CARD (self), NULL);

  return self->move;
}
