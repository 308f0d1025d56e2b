#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-hurts-private.h"

#include "coach-hurts-dialog.h"
#include "coach-hurts-outcome.h"

struct _CoachSessionPageHurts
{
  GtkWidget        *page;    /* (unowned) (not nullable): outlives this */
  CoachAppContext  *context; /* (owned) (not nullable) */
  CoachSession     *session; /* (owned) (not nullable) */

  CoachHurtsDialog *dialog;  /* (unowned) (nullable): open now, watched weakly */
  GPtrArray        *ambers;  /* (owned) (element-type CoachMovement): were amber in this session */
};

static gboolean
was_amber (CoachSessionPageHurts *self,
           CoachMovement         *movement)
{
  return movement != NULL && g_ptr_array_find (self->ambers, movement, NULL);
}

/* A gentler move that is amber again is still the move that was amber before, so that both are
 * left out for a while. */
static void
note_hurt (CoachSessionPageHurts *self,
           const CoachPlanStep   *step,
           const CoachHurtsState *hurts)
{
  if (hurts->has_score && hurts->colour == COACH_PAIN_AMBER)
    g_ptr_array_add (self->ambers, g_object_ref (step->movement));
  coach_hurts_outcome_record (self->context, step->movement, TRUE, hurts);
  if (was_amber (self, step->instead_of))
    coach_hurts_outcome_bench (self->context, step->instead_of, hurts);
}

/* With the end of the session the page goes, and this with it: what is used is held. */
static void
decided_cb (CoachHurtsDialog      *dialog,
            CoachSessionPageHurts *self)
{
  CoachHurtsState hurts = *coach_hurts_dialog_get_state (dialog);
  g_autoptr (CoachAppContext) context = g_object_ref (self->context);
  g_autoptr (CoachSession) session = g_object_ref (self->session);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (self->page)));

  g_clear_weak_pointer (&self->dialog);
  note_hurt (self, coach_session_get_step (session), &hurts);
  coach_hurts_outcome_follow (context, session, &hurts);
  if (hurts.asks_screening)
    gtk_widget_activate_action (root, "win.show-screening", "s",
                                coach_hurts_kind_get_id (hurts.kind));
}

static CoachHurtsFacts
find_facts (CoachSessionPageHurts *self,
            const CoachPlanStep   *step)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);

  return (CoachHurtsFacts) {
    .before = coach_hurts_outcome_get_before (self->context, TRUE),
    .side = coach_profile_get_side (profile),
    .was_amber = was_amber (self, step->movement) || was_amber (self, step->instead_of),
    .in_session = TRUE,
  };
}

/**
 * coach_session_page_hurts_new:
 * @page: the screen; it must free this
 * @context: the person and the catalogue
 * @session: the session on the screen
 *
 * Makes what answers "It hurts".
 *
 * Returns: (transfer full): it
 */
CoachSessionPageHurts *
coach_session_page_hurts_new (GtkWidget       *page,
                              CoachAppContext *context,
                              CoachSession    *session)
{
  CoachSessionPageHurts *self = g_new0 (CoachSessionPageHurts, 1);

  self->page = page;
  self->context = g_object_ref (context);
  self->session = g_object_ref (session);
  self->ambers = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * coach_session_page_hurts_free:
 * @self: (transfer full): it
 *
 * Closes the question if it is open: the page goes. The session stays as it is.
 */
void
coach_session_page_hurts_free (CoachSessionPageHurts *self)
{
  CoachHurtsDialog *dialog = self->dialog;

  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (dialog, self);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  g_clear_pointer (&self->ambers, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * coach_session_page_hurts_is_asking:
 * @self: it
 *
 * Tells whether the question is open.
 *
 * Returns: whether it is
 */
gboolean
coach_session_page_hurts_is_asking (CoachSessionPageHurts *self)
{
  return self->dialog != NULL;
}

/**
 * coach_session_page_hurts_ask:
 * @self: it
 *
 * Pauses the session at once and asks, unless the question is open already.
 */
void
coach_session_page_hurts_ask (CoachSessionPageHurts *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);
  const CoachPlanStep *step;
  CoachHurtsFacts facts;

  coach_session_pause (self->session);
  if (self->dialog != NULL)
    return;
  step = coach_session_get_step (self->session);
  facts = find_facts (self, step);
  g_set_weak_pointer (&self->dialog,
                      coach_hurts_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              coach_app_context_get_catalog (self->context),
                                              coach_app_context_get_clock (self->context),
                                              step->movement, &facts));
  g_signal_connect (self->dialog, "decided", G_CALLBACK (decided_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
