#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-card.h"

#include "coach-clip-preview.h"
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

  char              *clip_path;     /* (owned) (nullable): what may play over the picture */
  char              *description;   /* (owned) (nullable): what that shows, in words */
  gboolean           is_struck_out;
  gboolean           is_pointed_at;
  gboolean           has_key_focus; /* the focus came by a key, and is still here */

  GtkWidget         *tile;
  CoachStillView    *still;
  AdwBin            *stage;
  GtkLabel          *summary;
  CoachStrike       *strike;
  CoachVerdictBadge *badge;
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkLabel          *note;
};

/**
 * CoachMoveCard:
 *
 * A move or a routine as a card: picture, verdict, name, one line. Pressed, it shows its page.
 *
 * The clip of a move plays in its picture's place while the pointer is on the card, or the focus
 * that came by a key.
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

/* The ring of the focus fades after some seconds; the clip plays on until the focus leaves. */
static gboolean
has_key_focus (CoachMoveCard *self,
               GtkStateFlags  flags)
{
  if ((flags & GTK_STATE_FLAG_FOCUSED) == 0 || (flags & GTK_STATE_FLAG_BACKDROP) != 0)
    return FALSE;
  return self->has_key_focus || (flags & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
}

/* Pointer and focus may be on two cards: the one that was reached last plays. */
static void
update_preview (CoachMoveCard *self)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  gboolean may_play = self->clip_path != NULL && gtk_widget_get_mapped (GTK_WIDGET (self));
  gboolean was_pointed_at = self->is_pointed_at;
  gboolean had_key_focus = self->has_key_focus;
  CoachClipPreview *preview;

  self->is_pointed_at = may_play && (flags & GTK_STATE_FLAG_PRELIGHT) != 0;
  self->has_key_focus = may_play && has_key_focus (self, flags);
  if (self->is_pointed_at == was_pointed_at && self->has_key_focus == had_key_focus)
    return;
  preview = coach_clip_preview_get_for_context (self->context);
  if (!self->is_pointed_at && !self->has_key_focus)
    coach_clip_preview_end (preview, self->stage);
  else if (self->is_pointed_at > was_pointed_at || self->has_key_focus > had_key_focus)
    coach_clip_preview_begin (preview, self->stage, self->clip_path, self->description);
}

static void
set_clip (CoachMoveCard *self,
          const char    *clip_path,
          const char    *description)
{
  g_free (self->clip_path);
  self->clip_path = g_strdup (clip_path);
  g_free (self->description);
  self->description = g_strdup (description);
  update_preview (self);
}

static void
update_widgets (CoachMoveCard *self)
{
  g_autoptr (CoachMoveCardState) state = NULL;

  state = self->move != NULL ? coach_move_card_state_from_move (self->context, self->move)
                             : coach_move_card_state_from_routine (self->context, self->routine);
  gtk_label_set_text (self->title, state->title);
  gtk_label_set_text (self->subtitle, state->subtitle);
  gtk_label_set_text (self->note, state->note != NULL ? state->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), state->note != NULL);
  gtk_label_set_text (self->summary, state->summary);
  coach_verdict_badge_set_level (self->badge, state->level);
  coach_still_view_set_still (self->still, coach_still_cache_get_for_context (self->context),
                              state->poster_path);
  self->is_struck_out = state->is_struck_out;
  show_picture (self, state->poster_path != NULL);
  set_clip (self, state->clip_path, state->summary);
  set_css_class (self->tile, "avoid", state->level == COACH_VERDICT_AVOID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->description, -1);
}

static void
load_failed_cb (CoachMoveCard *self)
{
  show_picture (self, FALSE);
  set_clip (self, NULL, NULL);
}

static void
profile_changed_cb (CoachMoveCard *self)
{
  update_widgets (self);
}

static void
coach_move_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_move_card_parent_class)->map (widget);
  update_preview (COACH_MOVE_CARD (widget));
}

static void
coach_move_card_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_move_card_parent_class)->unmap (widget);
  update_preview (COACH_MOVE_CARD (widget));
}

static void
coach_move_card_state_flags_changed (GtkWidget     *widget,
                                     GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (coach_move_card_parent_class)->state_flags_changed (widget, before);
  update_preview (COACH_MOVE_CARD (widget));
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
coach_move_card_finalize (GObject *object)
{
  CoachMoveCard *self = COACH_MOVE_CARD (object);

  g_free (self->clip_path);
  g_free (self->description);

  G_OBJECT_CLASS (coach_move_card_parent_class)->finalize (object);
}

static void
coach_move_card_class_init (CoachMoveCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_move_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_move_card_finalize;
  widget_class->map = coach_move_card_map;
  widget_class->unmap = coach_move_card_unmap;
  widget_class->state_flags_changed = coach_move_card_state_flags_changed;

  g_type_ensure (COACH_TYPE_STILL_VIEW);
  g_type_ensure (COACH_TYPE_STRIKE);
  g_type_ensure (COACH_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-move-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, note);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveCard, stage);
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
