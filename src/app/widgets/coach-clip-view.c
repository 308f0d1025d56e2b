#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-view.h"

#include "coach-clip-paintable.h"
#include "coach-strike.h"

#include <glib/gi18n.h>

struct _CoachClipView
{
  GtkWidget           parent_instance;

  GtkWidget          *overlay;         /* (unowned), of the template: the only child */
  GtkPicture         *picture;         /* (unowned), of the template */
  CoachStrike        *strike;          /* (unowned), of the template */

  CoachClipPaintable *paintable;       /* (owned) (not nullable): what the picture shows */
  CoachPlayer        *player;          /* (owned) (nullable): while the clip can be seen */
  GSignalGroup       *surface_signals; /* (owned) (not nullable): on the surface while mapped */

  char               *clip_path;       /* (owned) (nullable) */
  char               *still_path;      /* (owned) (nullable) */
  char               *description;     /* (owned) (nullable) */
  const char         *notice;          /* (unowned) (nullable): translated */
  gboolean            has_clip;        /* there is a file at `clip_path`, and it did not fail yet */
  gboolean            has_still;
  gboolean            has_picture;     /* what was told last */
  gboolean            cover;
  gboolean            playing;         /* wished for */
  gboolean            struck_out;
};

/**
 * CoachClipView:
 *
 * Shows a move: its clip while it can be played, else a still, else nothing.
 *
 * The clip is played only while the view is mapped, and its player is closed when it is not. Where
 * animations are turned off the still stands in for the clip. A clip that cannot be shown leaves
 * the still and a quiet notice. A view with neither says so by [property@ClipView:has-picture], so
 * that a page can leave it out.
 */
G_DEFINE_FINAL_TYPE (CoachClipView, coach_clip_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CLIP_PATH = 1,
  PROP_STILL_PATH,
  PROP_MIRRORED,
  PROP_PLAYING,
  PROP_STRUCK_OUT,
  PROP_COVER,
  PROP_DESCRIPTION,
  PROP_NOTICE,
  PROP_HAS_PICTURE,
} CoachClipViewProperty;

static GParamSpec *properties[PROP_HAS_PICTURE + 1];

static void
notify (CoachClipView         *self,
        CoachClipViewProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_accessible (CoachClipView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description != NULL ? self->description : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->struck_out ? _("Crossed out: a move to leave out") : "",
                                  -1);
}

static void
update_notice (CoachClipView *self)
{
  const char *notice = NULL;
  gboolean clip_lost = self->clip_path != NULL && !self->has_clip;

  if (clip_lost && self->has_still)
    notice = _("The clip cannot be shown; here is its picture.");
  if (self->notice == notice)
    return;
  self->notice = notice;
  notify (self, PROP_NOTICE);
}

static void
update_has_picture (CoachClipView *self)
{
  gboolean has_picture = self->has_still || self->has_clip;

  if (self->has_picture == has_picture)
    return;
  self->has_picture = has_picture;
  notify (self, PROP_HAS_PICTURE);
}

static gboolean
is_animated (CoachClipView *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated,
                NULL);
  return animated;
}

static gboolean
is_minimized (CoachClipView *self)
{
  g_autoptr (GObject) surface = g_signal_group_dup_target (self->surface_signals);

  return GDK_IS_TOPLEVEL (surface)
         && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
}

/* Without a still, a clip at rest shows its first frame; one that was paused shows its last. */
static gboolean
needs_player (CoachClipView *self)
{
  if (!self->has_clip || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (!is_animated (self))
    return !self->has_still;
  return self->playing || self->player != NULL || !self->has_still;
}

static void
close_player (CoachClipView *self)
{
  if (self->player == NULL)
    return;
  coach_clip_paintable_set_player (self->paintable, NULL);
  coach_player_close (self->player);
  g_clear_object (&self->player);
}

static void update_player (CoachClipView *self);

static void
player_failed_cb (CoachClipView *self)
{
  self->has_clip = FALSE;
  update_player (self);
}

/* The renderer is known once the view is realized; it decides what it draws without converting. */
static void
open_player (CoachClipView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  gboolean is_software = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));

  self->player = coach_player_new (self->clip_path, is_software ? COACH_PIXEL_LAYOUT_BGRX
                                                                : COACH_PIXEL_LAYOUT_BGRA);
  g_signal_connect_object (self->player, "failed", G_CALLBACK (player_failed_cb), self,
                           G_CONNECT_SWAPPED);
  coach_clip_paintable_set_player (self->paintable, self->player);
}

static void
update_player (CoachClipView *self)
{
  if (!needs_player (self))
    close_player (self);
  else if (self->player == NULL)
    open_player (self);

  if (self->player != NULL)
    coach_player_set_playing (self->player,
                              self->playing && is_animated (self) && !is_minimized (self));
  update_notice (self);
  update_has_picture (self);
}

static void
load_still (CoachClipView *self)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  if (self->still_path != NULL)
    texture = gdk_texture_new_from_filename (self->still_path, &error);
  if (error != NULL)
    g_info ("%s: %s", self->still_path, error->message);
  self->has_still = texture != NULL;
  coach_clip_paintable_set_still (self->paintable, texture);
}

/* The strike lies over the middle of the picture alone, where it happens. */
static void
fit_strike (CoachClipView *self)
{
  double aspect = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->paintable));

  coach_strike_set_aspect (self->strike, self->cover ? 0 : aspect);
}

static void
set_struck_out (CoachClipView *self,
                gboolean       struck_out)
{
  if (self->struck_out == struck_out)
    return;
  self->struck_out = struck_out;
  update_accessible (self);
  notify (self, PROP_STRUCK_OUT);
}

static void
set_cover (CoachClipView *self,
           gboolean       cover)
{
  if (self->cover == cover)
    return;
  self->cover = cover;
  coach_clip_paintable_set_fit (self->paintable, cover ? COACH_CLIP_FIT_COVER
                                                       : COACH_CLIP_FIT_CORE);
  fit_strike (self);
  notify (self, PROP_COVER);
}

static void
set_description (CoachClipView *self,
                 const char    *description)
{
  if (g_strcmp0 (self->description, description) == 0)
    return;
  g_free (self->description);
  self->description = g_strdup (description);
  update_accessible (self);
  notify (self, PROP_DESCRIPTION);
}

static gboolean
is_text (GtkWidget  *widget,
         const char *text)
{
  return text != NULL && *text != '\0';
}

static void
coach_clip_view_map (GtkWidget *widget)
{
  CoachClipView *self = COACH_CLIP_VIEW (widget);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  GTK_WIDGET_CLASS (coach_clip_view_parent_class)->map (widget);

  g_signal_group_set_target (self->surface_signals, surface);
  update_player (self);
}

static void
coach_clip_view_unmap (GtkWidget *widget)
{
  CoachClipView *self = COACH_CLIP_VIEW (widget);

  GTK_WIDGET_CLASS (coach_clip_view_parent_class)->unmap (widget);

  g_signal_group_set_target (self->surface_signals, NULL);
  update_player (self);
}

static void
coach_clip_view_dispose (GObject *object)
{
  CoachClipView *self = COACH_CLIP_VIEW (object);

  close_player (self);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_CLIP_VIEW);
  g_clear_object (&self->surface_signals);
  g_clear_object (&self->paintable);

  G_OBJECT_CLASS (coach_clip_view_parent_class)->dispose (object);
}

static void
coach_clip_view_finalize (GObject *object)
{
  CoachClipView *self = COACH_CLIP_VIEW (object);

  g_free (self->clip_path);
  g_free (self->still_path);
  g_free (self->description);

  G_OBJECT_CLASS (coach_clip_view_parent_class)->finalize (object);
}

static void
coach_clip_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CoachClipView *self = COACH_CLIP_VIEW (object);

  switch ((CoachClipViewProperty) prop_id)
    {
    case PROP_CLIP_PATH:
      g_value_set_string (value, self->clip_path);
      break;
    case PROP_STILL_PATH:
      g_value_set_string (value, self->still_path);
      break;
    case PROP_MIRRORED:
      g_value_set_boolean (value, coach_clip_paintable_get_mirrored (self->paintable));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_STRUCK_OUT:
      g_value_set_boolean (value, self->struck_out);
      break;
    case PROP_COVER:
      g_value_set_boolean (value, self->cover);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_HAS_PICTURE:
      g_value_set_boolean (value, self->has_picture);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_clip_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachClipView *self = COACH_CLIP_VIEW (object);

  switch ((CoachClipViewProperty) prop_id)
    {
    case PROP_CLIP_PATH:
      coach_clip_view_set_clip_path (self, g_value_get_string (value));
      break;
    case PROP_STILL_PATH:
      coach_clip_view_set_still_path (self, g_value_get_string (value));
      break;
    case PROP_MIRRORED:
      coach_clip_view_set_mirrored (self, g_value_get_boolean (value));
      break;
    case PROP_PLAYING:
      coach_clip_view_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_STRUCK_OUT:
      set_struck_out (self, g_value_get_boolean (value));
      break;
    case PROP_COVER:
      set_cover (self, g_value_get_boolean (value));
      break;
    case PROP_DESCRIPTION:
      set_description (self, g_value_get_string (value));
      break;
    case PROP_NOTICE:
    case PROP_HAS_PICTURE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CoachClipView:clip-path: (nullable)
   *
   * The clip's file, if there is one.
   */
  properties[PROP_CLIP_PATH] = g_param_spec_string ("clip-path", NULL, NULL, NULL, flags);

  /**
   * CoachClipView:still-path: (nullable)
   *
   * The picture that stands in for the clip, if there is one.
   */
  properties[PROP_STILL_PATH] = g_param_spec_string ("still-path", NULL, NULL, NULL, flags);

  /**
   * CoachClipView:mirrored:
   *
   * Whether the right side is to be seen at work instead of the left.
   */
  properties[PROP_MIRRORED] = g_param_spec_boolean ("mirrored", NULL, NULL, FALSE, flags);

  /**
   * CoachClipView:playing:
   *
   * Whether the clip is to move, where the person lets things move.
   */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, TRUE, flags);

  /**
   * CoachClipView:struck-out:
   *
   * Whether a stroke across the picture says that this is a move to leave out. It has the colour
   * of the style class `strike`.
   */
  properties[PROP_STRUCK_OUT] = g_param_spec_boolean ("struck-out", NULL, NULL, FALSE, flags);

  /**
   * CoachClipView:cover:
   *
   * Whether the picture fills the view, cut at its edges. Else the middle of the picture, as wide
   * as four thirds of its height, is seen whole, and beside it what there is room for.
   */
  properties[PROP_COVER] = g_param_spec_boolean ("cover", NULL, NULL, FALSE, flags);

  /**
   * CoachClipView:description: (nullable)
   *
   * What is to be seen, in words, for those who do not see it.
   */
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);

  /**
   * CoachClipView:notice: (nullable)
   *
   * Why the picture is not what one would expect, translated; shown in the view itself.
   */
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, told);

  /**
   * CoachClipView:has-picture:
   *
   * Whether there is anything to see.
   */
  properties[PROP_HAS_PICTURE] = g_param_spec_boolean ("has-picture", NULL, NULL, FALSE, told);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_clip_view_class_init (CoachClipViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coach_clip_view_dispose;
  object_class->finalize = coach_clip_view_finalize;
  object_class->get_property = coach_clip_view_get_property;
  object_class->set_property = coach_clip_view_set_property;
  install_properties (object_class);

  widget_class->map = coach_clip_view_map;
  widget_class->unmap = coach_clip_view_unmap;

  g_type_ensure (COACH_TYPE_STRIKE);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "clipview");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-clip-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachClipView, overlay);
  gtk_widget_class_bind_template_child (widget_class, CoachClipView, picture);
  gtk_widget_class_bind_template_child (widget_class, CoachClipView, strike);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
}

static void
coach_clip_view_init (CoachClipView *self)
{
  self->playing = TRUE;
  self->paintable = coach_clip_paintable_new ();
  self->surface_signals = g_signal_group_new (GDK_TYPE_SURFACE);
  g_signal_group_connect_swapped (self->surface_signals, "notify::state",
                                  G_CALLBACK (update_player), self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (update_player), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (self->paintable));
  g_signal_connect_object (self->paintable, "invalidate-size", G_CALLBACK (fit_strike), self,
                           G_CONNECT_SWAPPED);
}

/**
 * coach_clip_view_set_clip_path:
 * @self: a view
 * @clip_path: (nullable): a clip's file
 *
 * Shows another clip from its beginning.
 */
void
coach_clip_view_set_clip_path (CoachClipView *self,
                               const char    *clip_path)
{
  g_return_if_fail (COACH_IS_CLIP_VIEW (self));

  if (g_strcmp0 (self->clip_path, clip_path) == 0)
    return;
  close_player (self);
  g_free (self->clip_path);
  self->clip_path = g_strdup (clip_path);
  self->has_clip = clip_path != NULL && g_file_test (clip_path, G_FILE_TEST_IS_REGULAR);
  update_player (self);
  notify (self, PROP_CLIP_PATH);
}

/**
 * coach_clip_view_set_still_path:
 * @self: a view
 * @still_path: (nullable): a picture's file
 *
 * Sets the picture that is seen until the clip moves, and whenever it cannot.
 */
void
coach_clip_view_set_still_path (CoachClipView *self,
                                const char    *still_path)
{
  g_return_if_fail (COACH_IS_CLIP_VIEW (self));

  if (g_strcmp0 (self->still_path, still_path) == 0)
    return;
  g_free (self->still_path);
  self->still_path = g_strdup (still_path);
  load_still (self);
  update_player (self);
  notify (self, PROP_STILL_PATH);
}

/**
 * coach_clip_view_set_mirrored:
 * @self: a view
 * @mirrored: whether to show the right side at work
 *
 * Exchanges left and right, in the clip and the still. The strike stays as it is.
 */
void
coach_clip_view_set_mirrored (CoachClipView *self,
                              gboolean       mirrored)
{
  g_return_if_fail (COACH_IS_CLIP_VIEW (self));

  mirrored = !!mirrored;
  if (coach_clip_paintable_get_mirrored (self->paintable) == mirrored)
    return;
  coach_clip_paintable_set_mirrored (self->paintable, mirrored);
  notify (self, PROP_MIRRORED);
}

/**
 * coach_clip_view_set_playing:
 * @self: a view
 * @playing: whether the clip is to move
 *
 * Pauses the clip on the frame it shows, or lets it go on.
 */
void
coach_clip_view_set_playing (CoachClipView *self,
                             gboolean       playing)
{
  g_return_if_fail (COACH_IS_CLIP_VIEW (self));

  playing = !!playing;
  if (self->playing == playing)
    return;
  self->playing = playing;
  update_player (self);
  notify (self, PROP_PLAYING);
}

/**
 * coach_clip_view_get_player:
 * @self: a view
 *
 * Gets what plays the clip.
 *
 * Returns: (transfer none) (nullable): a player, or %NULL while the clip is not to be seen
 */
CoachPlayer *
coach_clip_view_get_player (CoachClipView *self)
{
  g_return_val_if_fail (COACH_IS_CLIP_VIEW (self), NULL);

  return self->player;
}
