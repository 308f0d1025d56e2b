#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-preview.h"

#include "coach-clip-view.h"

/* Long enough that nothing plays while one passes over a grid on the way to something else. */
#define DELAY_MS 300

struct _CoachClipPreview
{
  GObject       parent_instance;

  AdwBin       *stage;            /* (unowned) (nullable): what ends before it goes */
  char         *clip_path;        /* (owned) (nullable): what it plays, or is to play */
  char         *description;      /* (owned) (nullable) */
  guint         delay_id;         /* 0 unless a clip is waiting for its beginning */
  GSignalGroup *settings_signals; /* (owned) (not nullable): on the settings of the stage */
};

/**
 * CoachClipPreview:
 *
 * Plays a clip in the place of a small picture while somebody points to it: one at a time, after a
 * short delay, and none where animations are turned off.
 *
 * What plays it is made when it begins and gone when it ends, so that a grid of pictures costs
 * nothing until then. A clip that cannot be shown ends at once, and leaves the picture below.
 */
G_DEFINE_FINAL_TYPE (CoachClipPreview, coach_clip_preview, G_TYPE_OBJECT)

static G_DEFINE_QUARK (coach-clip-preview, preview)

static void
stop (CoachClipPreview *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_signal_group_set_target (self->settings_signals, NULL);
  if (self->stage != NULL)
    adw_bin_set_child (self->stage, NULL);
  self->stage = NULL;
  g_clear_pointer (&self->clip_path, g_free);
  g_clear_pointer (&self->description, g_free);
}

static gboolean
is_animated (AdwBin *stage)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (stage)), "gtk-enable-animations", &animated,
                NULL);
  return animated;
}

static void
animations_changed_cb (CoachClipPreview *self)
{
  if (!is_animated (self->stage))
    stop (self);
}

/* Of a view without a still: its clip has failed. */
static void
has_picture_changed_cb (CoachClipPreview *self,
                        GParamSpec       *pspec,
                        CoachClipView    *view)
{
  gboolean has_picture;

  g_object_get (view, "has-picture", &has_picture, NULL);
  if (!has_picture)
    stop (self);
}

static void
delay_passed_cb (gpointer user_data)
{
  CoachClipPreview *self = user_data;
  GtkWidget *view;

  self->delay_id = 0;
  view = g_object_new (COACH_TYPE_CLIP_VIEW, "clip-path", self->clip_path,
                       "description", self->description, NULL);
  g_signal_connect_object (view, "notify::has-picture", G_CALLBACK (has_picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->stage, view);
}

static void
coach_clip_preview_finalize (GObject *object)
{
  CoachClipPreview *self = COACH_CLIP_PREVIEW (object);

  stop (self);
  g_object_unref (self->settings_signals);

  G_OBJECT_CLASS (coach_clip_preview_parent_class)->finalize (object);
}

static void
coach_clip_preview_class_init (CoachClipPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_clip_preview_finalize;
}

static void
coach_clip_preview_init (CoachClipPreview *self)
{
  self->settings_signals = g_signal_group_new (GTK_TYPE_SETTINGS);
  g_signal_group_connect_swapped (self->settings_signals, "notify::gtk-enable-animations",
                                  G_CALLBACK (animations_changed_cb), self);
}

/**
 * coach_clip_preview_get_for_context:
 * @context: what pages are given
 *
 * Gets the preview that the widgets of one context share; it lives as long as the context.
 *
 * Returns: (transfer none): the preview
 */
CoachClipPreview *
coach_clip_preview_get_for_context (CoachAppContext *context)
{
  CoachClipPreview *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_get_qdata (G_OBJECT (context), preview_quark ());
  if (self == NULL)
    {
      self = g_object_new (COACH_TYPE_CLIP_PREVIEW, NULL);
      g_object_set_qdata_full (G_OBJECT (context), preview_quark (), self, g_object_unref);
    }
  return self;
}

/**
 * coach_clip_preview_begin:
 * @self: a preview
 * @stage: where to play; its child comes and goes
 * @clip_path: a clip's file
 * @description: what is to be seen, in words
 *
 * Plays a clip in a moment, and ends what plays elsewhere at once. Nothing happens when it plays
 * there already, or where animations are turned off.
 *
 * Who begins must end, before @stage goes: see [method@ClipPreview.end].
 */
void
coach_clip_preview_begin (CoachClipPreview *self,
                          AdwBin           *stage,
                          const char       *clip_path,
                          const char       *description)
{
  g_return_if_fail (COACH_IS_CLIP_PREVIEW (self));
  g_return_if_fail (ADW_IS_BIN (stage));
  g_return_if_fail (clip_path != NULL);

  if (self->stage == stage && g_str_equal (self->clip_path, clip_path))
    return;
  stop (self);
  if (!is_animated (stage))
    return;
  self->stage = stage;
  self->clip_path = g_strdup (clip_path);
  self->description = g_strdup (description);
  g_signal_group_set_target (self->settings_signals, gtk_widget_get_settings (GTK_WIDGET (stage)));
  self->delay_id = g_timeout_add_once (DELAY_MS, delay_passed_cb, self);
}

/**
 * coach_clip_preview_end:
 * @self: a preview
 * @stage: where a clip may be playing
 *
 * Ends the clip there, or its waiting. What plays elsewhere goes on.
 */
void
coach_clip_preview_end (CoachClipPreview *self,
                        AdwBin           *stage)
{
  g_return_if_fail (COACH_IS_CLIP_PREVIEW (self));
  g_return_if_fail (ADW_IS_BIN (stage));

  if (self->stage == stage)
    stop (self);
}
