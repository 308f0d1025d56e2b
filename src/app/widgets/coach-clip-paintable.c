#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-paintable.h"

#include "coach-clip-edges.h"

/* What a paintable says it is as large as: the middle of a clip, in pixels. It is the same for
 * every picture, so that nothing is laid out anew when a clip takes the place of its still. */
#define NOMINAL_WIDTH 960
#define NOMINAL_HEIGHT 720

/* Below this a picture is drawn from all its pixels. */
#define MIN_PLAIN_SCALE 0.5

struct _CoachClipPaintable
{
  GObject         parent_instance;

  GSignalGroup   *player_signals; /* (owned) (not nullable): on the player, if there is one */
  CoachFrame     *frame;          /* (owned) (nullable): the newest */
  GdkTexture     *texture;        /* (owned) (nullable): of `frame`, made when first drawn */
  GdkTexture     *still;          /* (owned) (nullable): drawn while there is no frame */
  CoachClipEdges  still_edges;    /* of `still`, if there is one */
  CoachClipFit    fit;
  gboolean        mirrored;
};

static void paintable_iface_init (GdkPaintableInterface *iface);

/**
 * CoachClipPaintable:
 *
 * Paints the newest frame of a player, and a still until there is one.
 *
 * The middle of a picture is seen whole, and as much of its sides as there is room for. Where there
 * is more room at its sides, the picture is continued in the colours of its edges.
 *
 * A frame is never copied here: the drawing keeps it alive. What a software renderer draws is a
 * cairo surface on the frame's memory, what a hardware renderer draws is a texture; the layout that
 * the player was asked for decides between them.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachClipPaintable, coach_clip_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init))

typedef enum
{
  PROP_MIRRORED = 1,
} CoachClipPaintableProperty;

static GParamSpec *properties[PROP_MIRRORED + 1];

/*
 * A drawing is recorded first and done later. A recorded surface is copied, all the pixels of it,
 * when it goes; a raster source is asked for them when it is drawn, and only keeps the frame.
 */
static cairo_surface_t *
pixels_wanted_cb (cairo_pattern_t             *pattern,
                  void                        *callback_data,
                  cairo_surface_t             *target,
                  const cairo_rectangle_int_t *extents)
{
  CoachFrame *frame = callback_data;

  /* Cairo takes memory it may write to; a source is only ever read. */
  return cairo_image_surface_create_for_data ((guchar *) coach_frame_get_data (frame),
                                              CAIRO_FORMAT_RGB24,
                                              coach_frame_get_width (frame),
                                              coach_frame_get_height (frame),
                                              coach_frame_get_stride (frame));
}

static void
pixels_drawn_cb (cairo_pattern_t *pattern,
                 void            *callback_data,
                 cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
pattern_copied_cb (cairo_pattern_t       *pattern,
                   void                  *callback_data,
                   const cairo_pattern_t *other)
{
  coach_frame_ref (callback_data);
  return CAIRO_STATUS_SUCCESS;
}

static void
pattern_finished_cb (cairo_pattern_t *pattern,
                     void            *callback_data)
{
  coach_frame_unref (callback_data);
}

/* Where a picture is drawn much smaller than it is, pixels that are left out would flicker. */
static cairo_filter_t
choose_filter (double scale)
{
  return scale < MIN_PLAIN_SCALE ? CAIRO_FILTER_GOOD : CAIRO_FILTER_BILINEAR;
}

static cairo_pattern_t *
pattern_from_frame (CoachFrame     *frame,
                    cairo_filter_t  filter)
{
  cairo_pattern_t *pattern;

  pattern = cairo_pattern_create_raster_source (coach_frame_ref (frame), CAIRO_CONTENT_COLOR,
                                                coach_frame_get_width (frame),
                                                coach_frame_get_height (frame));
  cairo_raster_source_pattern_set_acquire (pattern, pixels_wanted_cb, pixels_drawn_cb);
  cairo_raster_source_pattern_set_copy (pattern, pattern_copied_cb);
  cairo_raster_source_pattern_set_finish (pattern, pattern_finished_cb);
  cairo_pattern_set_filter (pattern, filter);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  return pattern;
}

static GdkTexture *
texture_from_frame (CoachFrame *frame)
{
  gsize stride = (gsize) coach_frame_get_stride (frame);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (coach_frame_get_data (frame),
                                      stride * (gsize) coach_frame_get_height (frame),
                                      (GDestroyNotify) coach_frame_unref, coach_frame_ref (frame));
  return gdk_memory_texture_new (coach_frame_get_width (frame), coach_frame_get_height (frame),
                                 GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, stride);
}

static graphene_rect_t
place_picture (CoachClipPaintable *self,
               int                 picture_width,
               int                 picture_height,
               double              width,
               double              height)
{
  CoachClipArea area = coach_clip_area_place (picture_width, picture_height, width, height,
                                              self->fit);

  return GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width,
                             (float) area.height);
}

/* What is seen of a picture, in whole pixels: their edges would be blended otherwise, slowly. */
static graphene_rect_t
find_seen (const graphene_rect_t *picture,
           double                 width,
           double                 height)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t seen;

  graphene_rect_round_extents (picture, &seen);
  if (!graphene_rect_intersection (&seen, &view, &seen))
    graphene_rect_init (&seen, 0, 0, 0, 0);
  return seen;
}

/* In 4.8 the software renderer converts a texture through floats, frame by frame; this is free. */
static void
draw_with_cairo (CoachFrame            *frame,
                 GtkSnapshot           *snapshot,
                 const graphene_rect_t *picture,
                 const graphene_rect_t *seen)
{
  double scale = picture->size.height / coach_frame_get_height (frame);
  cairo_pattern_t *pattern = pattern_from_frame (frame, choose_filter (scale));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, seen);

  cairo_translate (cr, picture->origin.x, picture->origin.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source (cr, pattern);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
}

static void
draw_texture (GdkTexture            *texture,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *picture,
              const graphene_rect_t *seen)
{
  gtk_snapshot_push_clip (snapshot, seen);
  gtk_snapshot_append_texture (snapshot, texture, picture);
  gtk_snapshot_pop (snapshot);
}

static void
draw_frame (CoachClipPaintable *self,
            GtkSnapshot        *snapshot,
            double              width,
            double              height)
{
  int frame_width = coach_frame_get_width (self->frame);
  int frame_height = coach_frame_get_height (self->frame);
  graphene_rect_t picture = place_picture (self, frame_width, frame_height, width, height);
  graphene_rect_t seen = find_seen (&picture, width, height);

  if (seen.origin.x > 0)
    {
      CoachClipEdges edges;

      coach_clip_edges_read (&edges, coach_frame_get_data (self->frame), frame_width, frame_height,
                             (gsize) coach_frame_get_stride (self->frame));
      coach_clip_edges_snapshot (&edges, snapshot, &picture, width);
    }
  switch (coach_frame_get_layout (self->frame))
    {
    case COACH_PIXEL_LAYOUT_BGRX:
      draw_with_cairo (self->frame, snapshot, &picture, &seen);
      break;
    case COACH_PIXEL_LAYOUT_BGRA:
      if (self->texture == NULL)
        self->texture = texture_from_frame (self->frame);
      draw_texture (self->texture, snapshot, &picture, &seen);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_still (CoachClipPaintable *self,
            GtkSnapshot        *snapshot,
            double              width,
            double              height)
{
  graphene_rect_t picture = place_picture (self, gdk_texture_get_width (self->still),
                                           gdk_texture_get_height (self->still), width, height);
  graphene_rect_t seen = find_seen (&picture, width, height);

  if (seen.origin.x > 0)
    coach_clip_edges_snapshot (&self->still_edges, snapshot, &picture, width);
  draw_texture (self->still, snapshot, &picture, &seen);
}

static void
read_still_edges (CoachClipPaintable *self)
{
  int width = gdk_texture_get_width (self->still);
  int height = gdk_texture_get_height (self->still);
  gsize stride = (gsize) width * 4;
  g_autofree guint8 *pixels = g_malloc (stride * (gsize) height);

  gdk_texture_download (self->still, pixels, stride);
  coach_clip_edges_read (&self->still_edges, pixels, width, height, stride);
}

static gboolean
has_picture (CoachClipPaintable *self)
{
  return self->frame != NULL || self->still != NULL;
}

static void
take_frame (CoachClipPaintable *self,
            CoachFrame         *frame)
{
  gboolean had_picture = has_picture (self);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->frame, coach_frame_unref);
  if (frame != NULL)
    self->frame = coach_frame_ref (frame);

  if (has_picture (self) != had_picture)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
frame_changed_cb (CoachClipPaintable *self,
                  GParamSpec         *pspec,
                  CoachPlayer        *player)
{
  take_frame (self, coach_player_get_frame (player));
}

static void
paintable_snapshot (GdkPaintable *paintable,
                    GdkSnapshot  *snapshot,
                    double        width,
                    double        height)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (paintable);

  gtk_snapshot_save (snapshot);
  if (self->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  if (self->frame != NULL)
    draw_frame (self, snapshot, width, height);
  else if (self->still != NULL)
    draw_still (self, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static int
paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  return has_picture (COACH_CLIP_PAINTABLE (paintable)) ? NOMINAL_WIDTH : 0;
}

static int
paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  return has_picture (COACH_CLIP_PAINTABLE (paintable)) ? NOMINAL_HEIGHT : 0;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = paintable_snapshot;
  iface->get_intrinsic_width = paintable_get_intrinsic_width;
  iface->get_intrinsic_height = paintable_get_intrinsic_height;
}

static void
coach_clip_paintable_dispose (GObject *object)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  g_clear_object (&self->player_signals);
  g_clear_object (&self->texture);
  g_clear_object (&self->still);
  g_clear_pointer (&self->frame, coach_frame_unref);

  G_OBJECT_CLASS (coach_clip_paintable_parent_class)->dispose (object);
}

static void
coach_clip_paintable_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  switch ((CoachClipPaintableProperty) prop_id)
    {
    case PROP_MIRRORED:
      g_value_set_boolean (value, self->mirrored);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_clip_paintable_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  switch ((CoachClipPaintableProperty) prop_id)
    {
    case PROP_MIRRORED:
      coach_clip_paintable_set_mirrored (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_clip_paintable_class_init (CoachClipPaintableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_clip_paintable_dispose;
  object_class->get_property = coach_clip_paintable_get_property;
  object_class->set_property = coach_clip_paintable_set_property;

  /**
   * CoachClipPaintable:mirrored:
   *
   * Whether left and right are exchanged, in frames and still alike.
   */
  properties[PROP_MIRRORED] = g_param_spec_boolean ("mirrored", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_clip_paintable_init (CoachClipPaintable *self)
{
  self->player_signals = g_signal_group_new (COACH_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::frame",
                                  G_CALLBACK (frame_changed_cb), self);
}

/**
 * coach_clip_paintable_new:
 *
 * Makes a paintable that paints nothing yet.
 *
 * Returns: (transfer full): the paintable
 */
CoachClipPaintable *
coach_clip_paintable_new (void)
{
  return g_object_new (COACH_TYPE_CLIP_PAINTABLE, NULL);
}

/**
 * coach_clip_paintable_set_player:
 * @self: a paintable
 * @player: (nullable): whose frames to paint, or %NULL for the still
 *
 * Follows another player. The last one's frame is let go of.
 */
void
coach_clip_paintable_set_player (CoachClipPaintable *self,
                                 CoachPlayer        *player)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));
  g_return_if_fail (player == NULL || COACH_IS_PLAYER (player));

  g_signal_group_set_target (self->player_signals, player);
  take_frame (self, player != NULL ? coach_player_get_frame (player) : NULL);
}

/**
 * coach_clip_paintable_set_still:
 * @self: a paintable
 * @still: (nullable): a picture
 *
 * Sets what is painted while there is no frame.
 */
void
coach_clip_paintable_set_still (CoachClipPaintable *self,
                                GdkTexture         *still)
{
  gboolean had_picture;

  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));
  g_return_if_fail (still == NULL || GDK_IS_TEXTURE (still));

  had_picture = has_picture (self);
  if (!g_set_object (&self->still, still))
    return;
  if (still != NULL)
    read_still_edges (self);
  if (has_picture (self) != had_picture)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * coach_clip_paintable_get_mirrored:
 * @self: a paintable
 *
 * Gets whether left and right are exchanged.
 *
 * Returns: what was set last
 */
gboolean
coach_clip_paintable_get_mirrored (CoachClipPaintable *self)
{
  g_return_val_if_fail (COACH_IS_CLIP_PAINTABLE (self), FALSE);

  return self->mirrored;
}

/**
 * coach_clip_paintable_set_mirrored:
 * @self: a paintable
 * @mirrored: whether left and right are exchanged
 *
 * Shows the other side at work, by drawing alone.
 */
void
coach_clip_paintable_set_mirrored (CoachClipPaintable *self,
                                   gboolean            mirrored)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));

  mirrored = !!mirrored;
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIRRORED]);
}

/**
 * coach_clip_paintable_set_fit:
 * @self: a paintable
 * @fit: how much of the picture is to be seen
 *
 * Sets how frames and still are placed. It is #COACH_CLIP_FIT_CORE at first.
 */
void
coach_clip_paintable_set_fit (CoachClipPaintable *self,
                              CoachClipFit        fit)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));

  if (self->fit == fit)
    return;
  self->fit = fit;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * coach_clip_paintable_has_frame:
 * @self: a paintable
 *
 * Gets whether a frame of the player is painted, rather than the still or nothing.
 *
 * Returns: whether there is a frame
 */
gboolean
coach_clip_paintable_has_frame (CoachClipPaintable *self)
{
  g_return_val_if_fail (COACH_IS_CLIP_PAINTABLE (self), FALSE);

  return self->frame != NULL;
}
